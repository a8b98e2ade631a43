// The search page: what is typed into the header's box is answered at once. Texts of records go in by textContent only.

import { all, byId, element, one } from "../base/dom.js";
import { onTyped } from "../base/typing.js";
import { Questions, TYPING, Unloaded, count, unloaded } from "./ask.js";
import { FAILED, PARTLY_FAILED, SEARCHING, SLOW, TRY, WHY, near, sounding, times, told } from "./messages.js";
import { Rows } from "./rows.js";
import { section } from "./section.js";
import { wordsOf } from "./words.js";

/** @typedef {import("./index.js").Found} Found */
/** @typedef {import("./index.js").Index} Index */

/**
 * Kept with the address, so that coming back shows the same: how many rows of each group were opened, and how far down one was
 * (the browser's own memory of it does not wait for the results).
 * @typedef {{ shown?: { [key: string]: number }, top?: number }} Kept
 */

const box = byId("rg-find", HTMLInputElement), status = byId("search-status"), again = byId("search-again");
const place = byId("search-results"), help = byId("search-help"), site = place.dataset.site || "";
const questions = new Questions(place.dataset.index || "");
let typing = 0, scrolling = 0;
let some = false; // whether something of this query stands there

/** @returns {Kept} */
const kept = () => history.state || {};

/** @param {Kept} more */
function keep(more) {
  history.replaceState({ ...kept(), ...more }, "");
}

/** @param {number} [top] where to go to when all is there */
async function run(top) {
  const query = box.value.trim(), wanted = wordsOf(query).length > 0;
  document.title = (query ? `${query} - ` : "") + document.title.replace(/^.* - (?=搜索 - )/, "");
  document.documentElement.classList.toggle("rg-asked", wanted);
  help.classList.remove("rg-wanted");
  again.hidden = true;
  some = false;
  questions.drop();
  if (!wanted) {
    place.textContent = status.textContent = "";
    return;
  }
  let shown = "";
  await questions.ask(query, {
    opening: () => { status.textContent = SEARCHING; },
    early: (found, index) => {
      some = count(found) > 0;
      if (!some) return;
      show(found, index);
      shown = listed(found);
    },
    slow: () => { status.textContent = SLOW; },
    whole: async (found, index) => {
      if (listed(found) !== shown) show(found, index);
      if (top) scrollTo(0, top);
      status.textContent = told(query, found);
      if (!await alsoMeant(index, query, found) && !count(found)) await offer(index, query);
    },
    failed,
  });
}

/**
 * What is listed, as a text to compare; the full texts only add to it.
 * @param {Found} found
 */
function listed(found) {
  return `${found.pages.length} ${found.papers.length} ${found.fields.map(String)}`;
}

/**
 * @param {Found} found
 * @param {Index} index
 */
function show(found, index) {
  const focused = document.activeElement, still = questions.still();
  const here = place.contains(focused) && focused instanceof HTMLAnchorElement ? focused.href : "";
  place.textContent = "";
  for (const group of new Rows(index, found, site).groups()) {
    place.append(section(group, {
      lists: found.groups.filter(({ kind }) => kind === group.label),
      site,
      shown: (kept().shown || {})[group.key] || 0,
      open: (shown) => keep({ shown: { ...kept().shown, [group.key]: shown } }),
      failed: (error) => { if (still()) unloaded(error, { failed: partlyFailed }); },
    }));
  }
  const same = here && all(place, "a", HTMLAnchorElement).find(({ href }) => href === here);
  if (same) same.focus({ preventScroll: true });
}

/**
 * After what is found: workshops that hold a word which means nearly the same as one of the query, each such word by itself.
 * @param {Index} index
 * @param {string} query
 * @param {Found} exact
 */
async function alsoMeant(index, query, exact) {
  const still = questions.still(), { findNear } = await import("./near.js").catch(unopened), all = await findNear(index, query, exact);
  if (!still() || !all.length) return false;
  for (const { word, as, query: other, note, found, numbers } of all) {
    const made = section(new Rows(index, found, site).only(near.title(word, as), numbers), {
      lists: [], site, shown: 0, open: () => {}, failed: (error) => { if (still()) unloaded(error, { failed: partlyFailed }); },
    });
    const whole = element("p", "", "rg-note"), link = element("a", near.whole(other, found.total));
    link.href = `?kw=${encodeURIComponent(other)}`;
    whole.append(link, note && element("br"), note);
    made.append(whole);
    place.append(made);
  }
  if (!count(exact)) status.textContent = near.told(query, all.map(({ as }) => as));
  return true;
}

/**
 * Where nothing is found: what else might be, and the help.
 * @param {Index} index
 * @param {string} query
 */
async function offer(index, query) {
  const still = questions.still(), { suggest } = await import("./help.js").catch(unopened), tries = await suggest(index, query);
  if (!still()) return;
  help.classList.add("rg-wanted");
  if (!tries.length) return;
  const list = element("ul"), guessed = tries[0].why === WHY.alike;
  for (const one of tries) {
    const item = element("li", guessed ? "" : one.why), link = element("a", one.query);
    link.href = `?kw=${encodeURIComponent(one.query)}`;
    item.append(link, ` ${times(one.total)}`);
    list.append(item);
  }
  if (guessed) status.textContent = sounding(query);
  else place.append(element("p", TRY));
  place.append(list);
}

/** @returns {never} */
function unopened() {
  throw new Unloaded("no help.js");
}

function failed() {
  if (some) {
    partlyFailed();
    return;
  }
  status.textContent = FAILED;
  again.hidden = false;
  help.classList.add("rg-wanted");
}

function partlyFailed() {
  status.textContent = PARTLY_FAILED;
  again.hidden = false;
}

function address() {
  const query = box.value.trim();
  return query ? `?kw=${encodeURIComponent(query)}` : location.pathname;
}

function read() {
  box.value = new URLSearchParams(location.search).get("kw") || "";
  run(kept().top);
}

function typed() {
  clearTimeout(typing);
  typing = window.setTimeout(() => {
    history.replaceState(null, "", address());
    run();
  }, TYPING);
}

/** @param {Event} event */
function submitted(event) {
  event.preventDefault();
  clearTimeout(typing);
  if (address() !== location.search) history.pushState(null, "", address());
  run();
}

/**
 * Arrow keys go from the box through the results and back; Escape goes back to the box.
 * @param {KeyboardEvent} event
 */
function walk(event) {
  const focused = document.activeElement, links = all(place, "li > a"), at = links.findIndex((link) => link === focused);
  if (event.isComposing || (at < 0 && focused !== box)) return;
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (event.key === "Escape" && at >= 0) box.focus();
  else if (step && links.length && (at >= 0 || step > 0)) (links[at + step] || (at + step < 0 ? box : links[at])).focus();
  else return;
  event.preventDefault();
}

onTyped(box, typed);
if (box.form) box.form.addEventListener("submit", submitted);
one(again, "button").addEventListener("click", () => {
  status.focus();
  run();
});
window.addEventListener("popstate", read);
history.scrollRestoration = "manual";
window.addEventListener("scroll", () => {
  clearTimeout(scrolling);
  scrolling = window.setTimeout(() => keep({ top: scrollY }), TYPING);
}, { passive: true });
document.addEventListener("keydown", walk);
// What somebody typed while this script was on its way is answered, and else what the address says.
if (document.activeElement === box && box.value) typed();
else read();
