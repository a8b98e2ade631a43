// The form in steps, one shown at a time: who it is, what it was named, by which source; then the look at all of it. Who knows
// records has all on one page, with the keys.

import { all, build, button, byId, one } from "../base/dom.js";
import { keep, kept } from "../base/store.js";
import { keyOf, laid } from "./form/group.js";
import { fine, lacks, next, stage, WORDS, wrong } from "./messages.js";

/** @typedef {import("./form/control.js").Control} Control */
/** @typedef {import("./form/control.js").Told} Told */

/** @typedef {{ section: HTMLElement, go: HTMLButtonElement, mark: HTMLElement }} Stage */

const WHOLE = "rg-edit-whole";

/** The steps of a record on the page. */
export class Stages {
  /**
   * Lays the boxes of a form into its steps; `last` is done on arrival at the last one.
   * @param {readonly (readonly [name: string, keys: readonly string[]])[]} steps
   * @param {{ readonly children: readonly Control[] }} form
   * @param {() => void} last
   */
  constructor(steps, form, last) {
    const place = byId("rg-form"), names = [...steps.map(([name]) => name), WORDS.lastStage];
    const made = steps.map(([name, keys], at) => build("section", { class: "rg-stage", id: `rg-stage-${at + 1}` },
      build("h2", { tabindex: "-1" }, stage(at + 1, name)), ...laid(null, form.children.filter((child) => keys.includes(keyOf(child))))));
    place.append(...made);
    this.last = last;
    /** @type {Stage[]} */
    this.stages = [...made, byId("rg-stage-4")].map((section, at) => {
      const mark = build("small", {});
      const go = build("button", { type: "button", "aria-controls": section.id }, build("span", {}, `${at + 1} ${names[at]}`), mark);
      go.addEventListener("click", () => this.show(at, true));
      section.append(this.ways(at, names));
      return { section, go, mark };
    });
    byId("rg-stages").append(...this.stages.map(({ go }) => build("li", {}, go)));
    const whole = byId("rg-whole", HTMLInputElement);
    whole.checked = kept(WHOLE) === true;
    whole.addEventListener("change", () => {
      keep(WHOLE, whole.checked);
      this.renew();
    });
    this.whole = whole;
    this.current = 0;
    this.renew();
  }

  /**
   * Back and on.
   * @param {number} at
   * @param {readonly string[]} names
   */
  ways(at, names) {
    const ways = build("p", { class: "rg-actions rg-ways-on" });
    if (at) ways.append(button(WORDS.back, "md-button", () => this.show(at - 1, true)), " ");
    if (at + 1 < names.length) ways.append(button(next(names[at + 1]), "md-button md-button--primary", () => this.show(at + 1, true)));
    return ways;
  }

  /**
   * Shows a step; `move`: the reader goes to its head.
   * @param {number} at
   * @param {boolean} move
   */
  show(at, move) {
    this.current = at;
    this.renew();
    if (at === this.stages.length - 1) this.last();
    if (!move) return;
    const head = one(this.stages[at].section, "h2");
    head.focus();
    head.scrollIntoView();
  }

  renew() {
    byId("rg-edit").classList.toggle("rg-at-once", this.whole.checked);
    this.stages.forEach(({ section, go }, at) => {
      section.hidden = !this.whole.checked && at !== this.current;
      if (at === this.current) go.setAttribute("aria-current", "step");
      else go.removeAttribute("aria-current");
    });
  }

  /**
   * Shows the step that holds a box.
   * @param {string} id
   */
  reveal(id) {
    const at = this.holding(id);
    if (at >= 0 && this.stages[at].section.hidden) this.show(at, false);
  }

  /** @param {string} id */
  holding(id) {
    const box = document.getElementById(id);
    return this.stages.findIndex(({ section }) => box !== null && section.contains(box));
  }

  /**
   * Says at each step how it stands.
   * @param {readonly Told[]} errors
   */
  tell(errors) {
    const places = errors.map(({ control }) => this.holding(control.id));
    this.stages.forEach(({ section, mark }, at) => {
      const here = errors.filter((_, number) => places[number] === at);
      const missing = here.filter((it) => it.missing).length, bad = here.length - missing;
      const filled = all(section, "input, textarea, select", HTMLElement).some((box) => /** @type {HTMLInputElement} */ (box).value !== "");
      const done = at === this.stages.length - 1 || !filled ? "" : fine;
      const words = bad ? wrong(bad) : missing ? lacks(missing) : done;
      if (mark.textContent !== words) mark.textContent = words;
    });
  }
}
