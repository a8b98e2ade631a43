// The list beside the map: what is in view, twenty at a time, each with a link and a way to its point.

import { element } from "../base/dom.js";
import { heading, told } from "../lists/rows.js";

const STEP = 20;

export class MapList {
  /** `pick(row)`: show it on the map. */
  constructor(section, pick) {
    this.section = section;
    this.list = section.querySelector("ol");
    this.more = section.querySelector("[data-more]");
    this.note = section.querySelector("[data-elsewhere]");
    this.pick = pick;
    this.more.addEventListener("click", () => {
      const [first] = this.add();
      first.querySelector("a").focus();
    });
  }

  /** `words(row)`, if any: what else is said of each. `elsewhere`: how many fit, but have no point. */
  show(data, inView, elsewhere, words) {
    Object.assign(this, { data, inView, words, shown: 0 });
    this.section.hidden = false;
    this.list.replaceChildren();
    this.add();
    if (!inView.length) this.list.append(element("li", "这个范围里没有。点“全市”可以看全部，也可以清除条件。"));
    this.note.replaceChildren();
    if (!elsewhere) return;
    const address = new URL("../../workshops/", import.meta.url);
    address.search = location.search;
    address.searchParams.delete("at");
    const link = element("a", "见名单");
    link.href = address.href;
    this.note.append(`另有 ${elsewhere} 个符合条件，没有标点位，`, link, "。");
  }

  /** Say something that is not in the list. */
  tell(text) {
    this.section.hidden = false;
    this.section.querySelector("[role=alert]")?.remove();
    if (!text) return;
    const told = element("p", text, "rg-note");
    told.setAttribute("role", "alert");
    this.section.prepend(told);
  }

  add() {
    const rows = this.inView.slice(this.shown, this.shown + STEP);
    const made = rows.map((row) => this.line(row));
    this.shown += rows.length;
    this.list.append(...made);
    const left = this.inView.length - this.shown;
    this.more.hidden = left <= 0;
    this.more.textContent = `再显示 ${Math.min(STEP, left)} 个（还有 ${left} 个）`;
    return made;
  }

  line(row) {
    const workshop = told(this.data, row);
    const [, [unit], [district]] = workshop.cells;
    const made = element("li");
    const text = element("div");
    text.append(...heading(workshop), element("small", [unit, district, this.words?.(row)].filter(Boolean).join("，")));
    const button = element("button", "看位置", "rg-locate");
    button.type = "button";
    button.setAttribute("aria-label", `看位置：${workshop.name}`);
    button.addEventListener("click", () => this.pick(row));
    made.append(text, button);
    return made;
  }
}
