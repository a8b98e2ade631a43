// Which keys a source proves: ticks for all that is filled in.

import { build, refill } from "../../base/dom.js";
import { framed, show } from "./control.js";
import { WORDS } from "../messages.js";

/**
 * A box to tick keys.
 * @param {import("./control.js").About} about
 * @param {import("../../record/checks.js").Field} field
 * @returns {import("./control.js").Control}
 */
export function keys(about, field) {
  const id = about.next();
  const list = build("div", { class: "rg-keys" });
  const { box, told } = framed({ ...field, help: WORDS.supports }, id, list, "fieldset");
  box.id = id;
  /** @type {string[]} */
  let chosen = [];
  let shown = "";

  /** Renews the ticks where what is filled in has changed; what was ticked stays, even where it is gone. */
  function refresh() {
    const known = about.keys();
    const gone = chosen.filter((key) => !known.some((it) => it[0] === key));
    const offered = [...known, ...gone.map((key) => /** @type {const} */ ([key, key]))];
    const now = offered.map((it) => it[0]).join(" ");
    if (shown === now) return;
    shown = now;
    refill(list, ...offered.map(([key, label]) => tick(key, label)));
  }

  /**
   * @param {string} key
   * @param {string} label
   */
  function tick(key, label) {
    const input = build("input", { type: "checkbox", value: key });
    input.checked = chosen.includes(key);
    input.addEventListener("change", () => {
      control.touched = true;
      chosen = [...chosen.filter((it) => it !== key), ...(input.checked ? [key] : [])];
      about.changed();
    });
    return build("label", {}, input, ` ${label}`);
  }

  /** @type {import("./control.js").Control} */
  const control = {
    field, box, id, touched: false, refresh,
    focus: () => (list.querySelector("input") || box).focus(),
    get: () => (chosen.length ? chosen.slice() : undefined),
    set(value) {
      chosen = /** @type {string[]} */ (value || []).slice();
      shown = "?";
      refresh();
    },
    problems: () => chosen.map((key) => about.checks.value(field, key)).map((problem) => (problem ? [{ control, problem }] : [])).flat(),
    show: (problem) => show(about.schema, box, told, problem),
  };
  return control;
}
