// Other people's maps that look for a place by its name: links as the page gives them (generator/site/map/finders.py), with the name put in.

import { all, build, byId, element } from "../base/dom.js";
import { FIND } from "./messages.js";

const BLANK = "%7B%7D"; // stands for the name

/**
 * @param {string} name
 * @returns {HTMLElement}
 */
export function finders(name) {
  const given = document.importNode(byId("rg-finders", HTMLTemplateElement).content, true);
  for (const link of all(given, "a", HTMLAnchorElement)) link.href = filled(link.getAttribute("href") || "", name);
  return build("div", { class: "rg-elsewhere" }, element("span", FIND), given);
}

/**
 * @param {string} address
 * @param {string} name
 */
export const filled = (address, name) => address.split(BLANK).join(encodeURIComponent(name));
