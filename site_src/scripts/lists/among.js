// A box over many choices: what is typed leaves those that have it in their title.

import { bare } from "../base/text.js";

export class Among {
  constructor(input) {
    this.input = input;
    this.told = input.nextElementSibling;
    this.labels = [...input.parentNode.querySelectorAll("label")];
    input.addEventListener("input", (event) => event.isComposing || this.narrow());
    input.addEventListener("compositionend", () => this.narrow());
    input.addEventListener("change", (event) => event.stopPropagation()); // nothing is chosen by it
  }

  /** What is chosen stays in sight. */
  narrow() {
    const typed = fold(this.input.value);
    const fits = (label) => fold(label.dataset.title).includes(typed);
    for (const label of this.labels) label.hidden = !fits(label) && !label.firstChild.checked;
    const found = this.labels.filter(fits).length;
    this.told.textContent = found ? `有 ${found} 项` : "没有含这几个字的，换两个字试试。";
    this.told.classList.toggle("rg-hidden", found > 0);
  }
}

function fold(text) {
  return bare(text.normalize("NFKC").toLowerCase());
}
