// What the list and the map share: the rows, the form of filters with its counts, and the address that holds them.

import { element } from "../base/dom.js";
import { Facets } from "./facets.js";

const ROOT = new URL("../../", import.meta.url);
let asked = null;
let held = false;

/** All workshops, as generator/site/lists/filters.py wrote them; asked for once. */
export function rows() {
  asked ??= fetch(new URL("workshops/rows.json", ROOT)).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  });
  asked.then(() => { held = true; }, () => { asked = null; });
  return asked;
}

/** The address of a workshop's page. */
export function page(id) {
  return new URL(`workshops/${id}/`, ROOT).href;
}

/**
 * The form. `changed(result)` is called whenever the choice or the address has changed; a result has `data`, `chosen`
 * (whether anything is), `found` (rows' numbers in the order of sorting) and `params` (what the form says, as the address does).
 */
export class Filters {
  constructor(form, changed) {
    this.form = form;
    this.changed = changed;
    this.status = form.querySelector("[role=status]");
    this.controls = [...form.elements].filter((control) => control.name);
    this.facets = new Facets(form, () => this.chosen());
    form.classList.add("rg-on");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("pointerdown", () => rows().catch(() => {}), { once: true });
    form.addEventListener("focusin", () => rows().catch(() => {}), { once: true });
    form.addEventListener("change", () => this.chosen());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const control of this.controls) set(control, []);
      this.chosen();
    });
    this.opener = form.querySelector(".rg-filters-open");
    this.opener.dataset.text = this.opener.textContent;
    this.opener.addEventListener("click", () => {
      this.opener.setAttribute("aria-expanded", String(form.classList.toggle("rg-open")));
    });
    window.addEventListener("popstate", () => { this.read(); this.show(); });
    this.read();
  }

  /** What the form says, in the words of the address: a facet's name once for each of its values that is chosen. */
  params() {
    const told = new URLSearchParams();
    for (const control of this.controls) {
      const value = control.type !== "checkbox" || control.checked ? control.value : "";
      if (value) told.append(control.name, value);
    }
    return told;
  }

  /** Set the form as the address says; what it does not know is left out. */
  read() {
    const told = new URLSearchParams(location.search);
    for (const control of this.controls) set(control, told.getAll(control.name));
    this.facets.tell();
  }

  /** Somebody chose: a new entry in the history, so that the back button takes it back. */
  chosen() {
    const address = new URL(location.href);
    for (const { name } of this.controls) address.searchParams.delete(name);
    for (const [name, value] of this.params()) address.searchParams.append(name, value);
    if (address.href !== location.href) history.pushState(null, "", address);
    this.show();
  }

  /** Find, count and tell. */
  async show() {
    const params = this.params();
    const number = [...params].length;
    this.form.querySelector("[type=reset]").disabled = !number;
    this.opener.textContent = this.opener.dataset.text + (number ? `（已选 ${number} 项）` : "");
    this.facets.tell();
    if (!held) this.status.textContent = "正在取名单…";
    try {
      const data = await rows();
      if (String(this.params()) !== String(params)) return; // chosen anew meanwhile
      const { found, counts, located } = match(data, this.facets, this.form.elements.located.checked);
      this.facets.tellCounts(counts);
      this.form.querySelector("[data-located]").textContent = located;
      await this.changed({ data, params, found: order(data, found, params.get("sort")) });
    } catch {
      failed(this.status);
    }
  }

  /** What the address asks for that no control knows, as it is written there. */
  unknown() {
    const known = new Map(this.controls.map(({ name }) => [name, []]));
    for (const control of this.controls) known.get(control.name).push(...(control.options || [control]));
    const strange = ([name, value]) => known.has(name) && known.get(name).every((one) => one.value !== value);
    return [...new URLSearchParams(location.search)].filter(strange).map(([, value]) => value);
  }
}

/** Say that something could not be fetched, with a way to try again. */
export function failed(place) {
  const again = element("button", "再试一次", "rg-button");
  again.type = "button";
  again.addEventListener("click", () => location.reload());
  place.replaceChildren("名单没有读出来，请看看网络。", again);
}

function set(control, values) {
  if (control.type === "checkbox") control.checked = values.includes(control.value);
  else control.value = [...control.options].some((option) => values.includes(option.value)) ? values[0] : "";
}

/**
 * The rows that fit all facets, a facet by any of its chosen values; and for each value how many rows have it and fit the
 * other facets as they are: a row that misses one facet only counts for the values of that facet.
 */
function match(data, { slugs, chosen }, onlyLocated) {
  const values = slugs.map((slug) => data.rows[slug]);
  const wanted = slugs.map((slug) => places(data.facets[slug], chosen(slug)));
  const counts = slugs.map((slug) => new Map(data.facets[slug].map(([value]) => [value, 0])));
  const found = [];
  let located = 0;
  const tally = (row, facet) => {
    for (const place of [values[facet][row]].flat()) {
      const known = data.facets[slugs[facet]];
      const [value, , whole] = known[place];
      for (const held of whole === undefined ? [value] : [value, known[whole][0]]) counts[facet].set(held, counts[facet].get(held) + 1);
    }
  };
  for (let row = 0; row < data.rows.id.length; row += 1) {
    const missed = wanted.map((set, facet) => (set.size && !has(values[facet][row], set) ? facet : -1)).filter((facet) => facet >= 0);
    const here = Boolean(data.rows.located[row]);
    if (missed.length > 1) continue;
    if (!missed.length && here) located += 1;
    if (onlyLocated && !here) continue;
    if (missed.length) tally(row, missed[0]);
    else {
      found.push(row);
      slugs.forEach((_, facet) => tally(row, facet));
    }
  }
  return { found, counts: new Map(slugs.map((slug, facet) => [slug, counts[facet]])), located };
}

/** The places of chosen values among all of a facet; with a value, all that is part of it. */
function places(known, chosen) {
  const wanted = (place) => place !== undefined && chosen.includes(known[place][0]);
  return new Set(known.flatMap(([, , whole], place) => (wanted(place) || wanted(whole) ? [place] : [])));
}

function has(value, wanted) {
  return typeof value === "number" ? wanted.has(value) : value.some((place) => wanted.has(place));
}

/** By strokes only where the browser knows them (ICU's collation); the page offers it only then. */
export const strokes = new Intl.Collator("zh-u-co-stroke");
export const knowsStrokes = strokes.resolvedOptions().collation === "stroke";

function order(data, found, sort) {
  if (sort === "strokes") return [...found].sort((a, b) => strokes.compare(data.rows.name[a], data.rows.name[b]) || a - b);
  const whole = data.orders[sort];
  if (!whole) return found;
  const kept = new Set(found);
  return whole.filter((row) => kept.has(row));
}
