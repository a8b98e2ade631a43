// The facets of the form of filters: boxes to open, what is chosen in each, and a button to take each choice back.

import { all, button, element, one, refill } from "../base/dom.js";
import { wireAmong } from "./among.js";
import { checkboxes, checked, labelOf, title } from "./choices.js";
import { ALL, chosen, counted, list, takeBack } from "./messages.js";
import { chosenAlone, openParts, tellParts, wireParts } from "./parts.js";

/** @typedef {import("./match.js").Counts} Counts */

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
    form.addEventListener("change", ({ target }) => { if (target instanceof HTMLInputElement) chosenAlone(target); });
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
   * The values that are chosen in a facet.
   * @param {string} slug
   */
  chosen(slug) {
    return checked(this.boxes[this.slugs.indexOf(slug)]).map(({ value }) => value);
  }

  /** Says on each box what is chosen in it, and offers to take it back. */
  tell() {
    for (const box of this.boxes) {
      const titles = checked(box).map(title);
      one(box, "[data-told]").textContent = titles.length > 2 ? chosen(titles.length) : list(titles) || ALL;
      box.classList.toggle("rg-set", titles.length > 0);
      tellParts(box);
    }
    const focused = Array.from(this.chips.children).findIndex((chip) => chip.contains(document.activeElement));
    const inputs = this.boxes.map(checked).flat();
    refill(this.chips, ...inputs.map((input) => this.chip(input)));
    this.chips.hidden = !inputs.length;
    if (focused < 0) return;
    const chips = all(this.chips, "button");
    (chips[Math.min(focused, inputs.length - 1)] || opener(this.boxes[0])).focus();
  }

  /** @param {HTMLInputElement} input */
  chip(input) {
    const item = element("li");
    const back = button(`${title(input)} ×`, "", () => {
      input.checked = false;
      this.taken();
    });
    back.setAttribute("aria-label", takeBack(title(input)));
    item.append(back);
    return item;
  }

  /**
   * What would find nothing cannot be chosen.
   * @param {Counts} counts
   */
  tellCounts(counts) {
    for (const box of this.boxes) {
      const known = counts.get(slugOf(box));
      for (const input of checkboxes(box)) {
        const count = known ? known.get(input.value) : undefined;
        one(labelOf(input), "span").textContent = counted(title(input), count || 0);
        input.disabled = count === 0 && !input.checked;
      }
      tellParts(box);
    }
  }
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
