// The heading of the page and its title name what is asked, so that a list that is printed or sent on says what it is a list of.

import { element, one, refill } from "../base/dom.js";
import { narrowed } from "./messages.js";

/** Gives a way to name conditions, and with none to take them back. */
export function heading() {
  const place = one(document, "h1"), parts = Array.from(place.childNodes), whole = (place.textContent || "").trim(), { title } = document;
  return (/** @type {string} */ words) => {
    refill(place, ...(words ? [narrowed(whole), element("span", words, "rg-asked-for")] : parts));
    document.title = words ? title.replace(whole, narrowed(whole) + words) : title;
  };
}
