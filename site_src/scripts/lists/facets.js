// The facets of the form of filters: boxes to open, what is chosen in each, and a button to take each choice back.

import { Among } from "./among.js";
import { chosenAlone, openParts, tellParts, wireParts } from "./parts.js";

/** `taken()` is called when a choice was taken back by its button. */
export class Facets {
  constructor(form, taken) {
    this.form = form;
    this.taken = taken;
    this.boxes = [...form.querySelectorAll("[data-facet]")];
    this.slugs = this.boxes.map((box) => box.dataset.facet);
    this.chips = form.querySelector(".rg-picks");
    this.chosen = (slug) => this.checked(this.boxes[this.slugs.indexOf(slug)]).map((input) => input.value);
    for (const box of this.boxes) {
      opener(box).addEventListener("click", () => this.toggle(box));
      wireParts(box);
    }
    for (const input of form.querySelectorAll(".rg-among")) new Among(input);
    form.addEventListener("change", (event) => chosenAlone(event.target));
    const leave = (event) => this.closeFloating(event.target.closest("[data-facet]"));
    document.addEventListener("click", leave);
    form.addEventListener("focusin", leave);
    form.addEventListener("keydown", (event) => {
      const box = event.key === "Escape" && event.target.closest("[data-facet]");
      if (!box) return;
      show(box, false);
      opener(box).focus();
    });
  }

  /** A box that floats over the page is the only one open; on a phone boxes stand in the page and stay as they are. */
  toggle(box) {
    this.closeFloating(box);
    show(box, choices(box).hidden);
    openParts(box);
  }

  closeFloating(but) {
    for (const box of this.boxes) if (box !== but && floats(box)) show(box, false);
  }

  checked(box) {
    return [...box.querySelectorAll("input:checked")];
  }

  /** Say on each box what is chosen in it, and offer to take it back. */
  tell() {
    for (const box of this.boxes) {
      const titles = this.checked(box).map(title);
      box.querySelector("[data-told]").textContent = titles.length > 2 ? `已选 ${titles.length} 项` : titles.join("、") || "全部";
      box.classList.toggle("rg-set", titles.length > 0);
      tellParts(box);
    }
    const inputs = this.boxes.flatMap((box) => this.checked(box));
    const focused = [...this.chips.children].findIndex((chip) => chip.contains(document.activeElement));
    this.chips.replaceChildren(...inputs.map((input) => this.chip(input)));
    this.chips.hidden = !inputs.length;
    if (focused >= 0) (this.chips.children[Math.min(focused, inputs.length - 1)]?.firstChild || opener(this.boxes[0])).focus();
  }

  chip(input) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${title(input)} ×`;
    button.setAttribute("aria-label", `去掉条件：${title(input)}`);
    button.addEventListener("click", () => {
      input.checked = false;
      this.taken();
    });
    item.append(button);
    return item;
  }

  /** `counts`: for each facet the number of rows by value. What would find nothing cannot be chosen. */
  tellCounts(counts) {
    for (const box of this.boxes) {
      const known = counts.get(box.dataset.facet);
      for (const input of box.querySelectorAll("input[name]")) {
        const count = known.get(input.value);
        input.nextElementSibling.textContent = `${title(input)}（${count}）`;
        input.disabled = count === 0 && !input.checked;
      }
      tellParts(box);
    }
  }
}

function show(box, open) {
  const place = choices(box);
  box.classList.toggle("rg-opened", open);
  place.hidden = !open;
  opener(box).setAttribute("aria-expanded", String(open));
  place.classList.remove("rg-right");
  if (open) place.classList.toggle("rg-right", place.getBoundingClientRect().right > document.documentElement.clientWidth);
}

function floats(box) {
  return getComputedStyle(choices(box)).position === "absolute";
}

function opener(box) {
  return box.querySelector("button");
}

function choices(box) {
  return box.querySelector("fieldset");
}

function title(input) {
  return input.parentNode.dataset.title;
}
