// The facets of the form of filters: boxes to open, what is chosen in each, and a button to take each choice back.

import { all, button, element, one, refill } from "../base/dom.js";
import { wireAmong } from "./among.js";
import { checkboxes, checked, labelOf, title } from "./choices.js";
import { ALL, chosen, conditions, counted, list, spanTitle, takeBack } from "./messages.js";
import { chosenAlone, openParts, tellParts, wireParts } from "./parts.js";
import { clearSpan, makeRoom, spanIn, spanPicked, tellSpan } from "./span.js";
import { within } from "./years.js";

/** @typedef {import("./match.js").Asked} Asked */
/** @typedef {import("./match.js").Counts} Counts */
/** A choice that can be taken back. @typedef {{ title: string, takeBack: () => void }} Pick */

export class Facets {
  /**
   * @param {HTMLFormElement} form
   * @param {() => void} taken is called when a choice was taken back by its button
   */
  constructor(form, taken) {
    this.taken = taken;
    this.boxes = all(form, "[data-facet]");
    this.slugs = this.boxes.map(slugOf);
    this.chips = one(form, ".rg-picks");
    for (const box of this.boxes) this.wire(box);
    form.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement) chosenAlone(target);
      if (target instanceof HTMLSelectElement) spanPicked(target);
    });
    const leave = (/** @type {Event} */ { target }) => this.closeFloating(boxAround(target));
    document.addEventListener("click", leave);
    form.addEventListener("focusin", leave);
    form.addEventListener("keydown", ({ key, target }) => {
      const box = key === "Escape" && boxAround(target);
      if (!box) return;
      show(box, false);
      opener(box).focus();
    });
  }

  /** @param {HTMLElement} box */
  wire(box) {
    opener(box).addEventListener("click", () => this.toggle(box));
    wireParts(box);
    for (const input of all(box, ".rg-among", HTMLInputElement)) wireAmong(input, box, one(box, ".rg-among + p"));
  }

  /**
   * A box that floats over the page is the only one open; on a phone boxes stand in the page and stay as they are.
   * @param {HTMLElement} box
   */
  toggle(box) {
    this.closeFloating(box);
    show(box, Boolean(choices(box).hidden));
    openParts(box);
  }

  /** @param {HTMLElement | null} but */
  closeFloating(but) {
    for (const box of this.boxes) if (box !== but && floats(box)) show(box, false);
  }

  /**
   * What is asked of a facet: one of the values that are ticked, or one within the span.
   * @param {string} slug
   * @returns {Asked}
   */
  asked(slug) {
    const box = this.boxes[this.slugs.indexOf(slug)], ticked = checked(box).map(({ value }) => value), span = spanIn(box);
    if (!ticked.length && !span) return null;
    return (value) => ticked.includes(value) || (span !== null && within(span, value));
  }

  /**
   * Makes room for the years that an address names.
   * @param {string} search
   */
  makeRoom(search) {
    for (const box of this.boxes) makeRoom(box, search);
  }

  /** Says on each box what is chosen in it, and offers to take it back. */
  tell() {
    for (const box of this.boxes) {
      const titles = picks(box).map((pick) => pick.title);
      one(box, "[data-told]").textContent = titles.length > 2 ? chosen(titles.length) : list(titles) || ALL;
      box.classList.toggle("rg-set", titles.length > 0);
      tellParts(box);
    }
    const focused = Array.from(this.chips.children).findIndex((chip) => chip.contains(document.activeElement));
    const picked = this.boxes.map(picks).flat();
    refill(this.chips, ...picked.map((pick) => this.chip(pick)));
    this.chips.hidden = !picked.length;
    if (focused < 0) return;
    const chips = all(this.chips, "button");
    (chips[Math.min(focused, picked.length - 1)] || opener(this.boxes[0])).focus();
  }

  /** What is chosen, in words: the choices of a facet, then those of the next. */
  words() {
    return conditions(this.boxes.map((box) => list(picks(box).map((pick) => pick.title))));
  }

  /** @param {Pick} pick */
  chip(pick) {
    const item = element("li");
    const back = button(`${pick.title} ×`, "", () => {
      pick.takeBack();
      this.taken();
    });
    back.setAttribute("aria-label", takeBack(pick.title));
    item.append(back);
    return item;
  }

  /**
   * What would find nothing cannot be chosen.
   * @param {Counts} counts
   * @param {readonly (readonly string[])[]} years that each row would be found by
   */
  tellCounts(counts, years) {
    for (const box of this.boxes) {
      const known = counts.get(slugOf(box));
      for (const input of checkboxes(box)) {
        const count = known ? known.get(input.value) : undefined;
        one(labelOf(input), "span").textContent = counted(title(input), count || 0);
        input.disabled = count === 0 && !input.checked;
      }
      tellParts(box);
      tellSpan(box, years);
    }
  }
}

/**
 * What is chosen in a box.
 * @param {HTMLElement} box
 * @returns {Pick[]}
 */
function picks(box) {
  const span = spanIn(box), ticked = checked(box).map((input) => ({ title: title(input), takeBack: () => { input.checked = false; } }));
  return span ? [{ title: spanTitle(span), takeBack: () => clearSpan(box) }, ...ticked] : ticked;
}

/**
 * @param {HTMLElement} box
 * @param {boolean} open
 */
function show(box, open) {
  const place = choices(box);
  box.classList.toggle("rg-opened", open);
  place.hidden = !open;
  opener(box).setAttribute("aria-expanded", String(open));
  place.classList.remove("rg-right");
  if (open) place.classList.toggle("rg-right", place.getBoundingClientRect().right > document.documentElement.clientWidth);
}

/** @param {HTMLElement} box */
const floats = (box) => getComputedStyle(choices(box)).position === "absolute";

/** @param {HTMLElement} box */
const opener = (box) => one(box, "button");

/** @param {HTMLElement} box */
const choices = (box) => one(box, "fieldset");

/** @param {HTMLElement} box */
const slugOf = (box) => box.dataset.facet || "";

/**
 * The box of a facet that something stands in.
 * @param {EventTarget | null} target
 * @returns {HTMLElement | null}
 */
function boxAround(target) {
  return target instanceof Element ? target.closest("[data-facet]") : null;
}
