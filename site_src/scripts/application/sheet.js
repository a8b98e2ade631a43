// The form as it is printed: the texts of the boxes at their places on the sheet, ticks at the options.

import { all, element, refill } from "../base/dom.js";
import { printed } from "./boxes.js";

const [TICKED, EMPTY] = ["☑", "□"];

/**
 * @param {import("./task.js").Task} task
 * @param {ReadonlyMap<string, string>} texts
 */
export function print(task, texts) {
  for (const place of all(document, "[data-shows]")) {
    const spec = task.boxes.find((it) => it.key === place.dataset.shows);
    const text = spec ? printed(spec, texts.get(spec.key) || "", task.dates) : "";
    if (place.tagName === "DIV") refill(place, ...text.split("\n").map((part) => element("p", part)));
    else place.textContent = text || place.dataset.blank || "";
  }
  for (const place of all(document, "[data-ticks]")) {
    place.textContent = texts.get(place.dataset.ticks || "") === place.dataset.value ? TICKED : EMPTY;
  }
}
