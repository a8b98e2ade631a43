// What the list and the map share: the rows, the form of filters with its counts, and the address that holds them.

const ROOT = new URL("../", import.meta.url);
let asked = null;

/** All workshops, as generator/filters.py wrote them; asked for once. */
export function rows() {
  asked ??= fetch(new URL("workshops/rows.json", ROOT)).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  });
  asked.catch(() => { asked = null; });
  return asked;
}

/** The address of a workshop's page. */
export function page(id) {
  return new URL(`workshops/${id}/`, ROOT).href;
}

/** An element with a text. Texts of records enter a page by this way only. */
export function element(name, text = "", className = "") {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
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
    this.facets = [...form.querySelectorAll("select[data-facet]")];
    this.controls = [...form.elements].filter((control) => control.name);
    form.classList.add("rg-on");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("pointerdown", () => rows().catch(() => {}), { once: true });
    form.addEventListener("focusin", () => rows().catch(() => {}), { once: true });
    form.addEventListener("change", () => this.chosen());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const control of this.controls) set(control, "");
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

  /** What the form says, in the words of the address. */
  params() {
    const told = new URLSearchParams();
    for (const control of this.controls) {
      const value = control.type === "checkbox" ? (control.checked ? control.value : "") : control.value;
      if (value) told.set(control.name, value);
    }
    return told;
  }

  /** Set the form as the address says; what it does not know is left out. */
  read() {
    const told = new URLSearchParams(location.search);
    for (const control of this.controls) set(control, told.get(control.name) || "");
  }

  /** Somebody chose: a new entry in the history, so that the back button takes it back. */
  chosen() {
    const address = new URL(location.href);
    const told = this.params();
    for (const { name } of this.controls) {
      if (told.has(name)) address.searchParams.set(name, told.get(name));
      else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history.pushState(null, "", address);
    this.show();
  }

  /** Find, count and tell. */
  async show() {
    const params = this.params();
    const number = [...params].length;
    this.form.querySelector("[type=reset]").disabled = !number;
    this.opener.textContent = this.opener.dataset.text + (number ? `（已选 ${number} 项）` : "");
    let data;
    try {
      data = await rows();
    } catch {
      this.status.textContent = "名单没有读出来，请看看网络，刷新再试。";
      return;
    }
    if (String(this.params()) !== String(params)) return; // chosen anew meanwhile
    const { found, counts, located } = match(data, this.facets, this.form.elements.located.checked);
    this.tellCounts(data, counts, located);
    this.changed({ data, params, found: order(data, found, params.get("sort")) });
  }

  tellCounts(data, counts, located) {
    this.facets.forEach((select, facet) => {
      data.facets[select.name].forEach(([slug, title], place) => {
        const option = select.options[place + 1];
        const count = counts[facet][place];
        option.textContent = `${title}（${count}）`;
        option.disabled = count === 0 && select.value !== slug;
      });
    });
    this.form.querySelector("[data-located]").textContent = located;
  }
}

function set(control, value) {
  if (control.type === "checkbox") control.checked = control.value === value;
  else control.value = [...control.options].some((option) => option.value === value) ? value : "";
}

/**
 * The rows that fit all facets; and for each value how many rows it would find, the other facets as they are: a row that
 * misses one facet only counts for the values of that facet.
 */
function match(data, facets, onlyLocated) {
  const values = facets.map((select) => data.rows[select.name]);
  const wanted = facets.map((select) => select.selectedIndex - 1);
  const counts = facets.map((select) => new Array(data.facets[select.name].length).fill(0));
  const found = [];
  let located = 0;
  const tally = (row, facet) => {
    for (const place of [values[facet][row]].flat()) counts[facet][place] += 1;
  };
  for (let row = 0; row < data.rows.id.length; row += 1) {
    const missed = wanted.map((place, facet) => (place >= 0 && !has(values[facet][row], place) ? facet : -1)).filter((facet) => facet >= 0);
    const here = Boolean(data.rows.located[row]);
    if (missed.length > 1) continue;
    if (!missed.length && here) located += 1;
    if (onlyLocated && !here) continue;
    if (missed.length) tally(row, missed[0]);
    else {
      found.push(row);
      facets.forEach((_, facet) => tally(row, facet));
    }
  }
  return { found, counts, located };
}

function has(value, place) {
  return typeof value === "number" ? value === place : value.includes(place);
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
