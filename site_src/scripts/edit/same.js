// The hint that a workshop is in the register already, while a new one is filled in: told when a box of its name, unit or leader
// is left. It stops nobody, and asks no other host.

import { all, element, refill } from "../base/dom.js";
import { WORKSHOPS } from "../lists/workshops.js";
import { like, sharesUnit } from "../record/duplicates.js";
import { another, stands, WORDS } from "./messages.js";

/** @typedef {import("../record/duplicates.js").Rows} Rows */
/** @typedef {import("../record/text.js").Group} Group */

const MOST = 3;

/**
 * Watches the form. `asked`: what it says now.
 * @param {string} root of the site
 * @param {HTMLElement} form
 * @param {() => import("../record/duplicates.js").Asked} asked
 */
export function hinting(root, form, asked) {
  const told = element("div", "", "rg-same");
  told.setAttribute("role", "status");
  const common = form.dataset.common || "";
  let last = "";
  form.addEventListener("focusout", async () => {
    const record = asked();
    const now = JSON.stringify(record);
    if (now === last || !record.name) return;
    last = now;
    nameBox(form).append(told);
    const held = await known();
    if (!held) last = "";
    else if (last === now) tell(told, root, held, record, like(held, record, common));
  });
}

/**
 * What the hint compares, out of the record's values.
 * @param {Group} values
 * @returns {import("../record/duplicates.js").Asked}
 */
export function compared(values) {
  const text = (/** @type {unknown} */ value) => (typeof value === "string" ? value : "");
  const leader = /** @type {Group} */ (values.leader || {});
  const former = /** @type {string[]} */ (values.former_names || []);
  const units = [text(values.unit), .../** @type {string[]} */ (values.former_units || [])].filter(Boolean);
  return { name: text(values.name), former_names: former, units, leader: text(leader.name) };
}

/**
 * The box of the workshop's own name.
 * @param {HTMLElement} form
 */
function nameBox(form) {
  return all(form, "[data-key=name]").filter((box) => !box.parentElement || !box.parentElement.closest("[data-key]"))[0];
}

/**
 * All workshops; null where they did not come, and the next asks again.
 * @returns {Promise<Rows | null>}
 */
async function known() {
  try {
    const { rows } = await WORKSHOPS.rows();
    await WORKSHOPS.texts();
    return rows;
  } catch {
    return null;
  }
}

/**
 * @param {HTMLElement} told
 * @param {string} root
 * @param {Rows} rows
 * @param {import("../record/duplicates.js").Asked} asked
 * @param {{ named: number[], led: number[] }} found
 */
function tell(told, root, rows, asked, { named, led }) {
  const isSame = (/** @type {number} */ row) => rows.name[row] === asked.name && sharesUnit(rows, row, asked);
  const lines = named.map((row) => line(root, rows, row, isSame(row) ? "same" : "named"));
  lines.push(...led.map((row) => line(root, rows, row, "led")));
  const others = [...named, ...led].filter((row) => !isSame(row)).slice(0, MOST).map((row) => rows.id[row]);
  refill(told, ...lines.slice(0, MOST), ...(lines.length ? [element("p", others.length ? another(others) : "")] : []));
}

/**
 * @param {string} root
 * @param {Rows} rows
 * @param {number} row
 * @param {import("./messages.js").Likeness} how
 */
function line(root, rows, row, how) {
  const id = rows.id[row];
  const { start, end, ask } = stands(id, rows.unit[row], how);
  const made = element("p");
  made.append(start, link(rows.name[row], `${root}workshops/${id}/`), end, link(WORDS.correctIt, `${root}edit/?id=${id}`), ask);
  return made;
}

/**
 * @param {string} text
 * @param {string} address
 */
function link(text, address) {
  const made = element("a", text);
  made.href = address;
  return made;
}
