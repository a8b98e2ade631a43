// Which ids the registry has, and what is told of one that it has not.

import { element } from "../base/dom.js";
import { idOf, idsOf, isId } from "../base/id.js";
import { NOT_AN_ID, TODO, TRIED, UNKNOWN } from "./messages.js";

const ROOT = new URL("../../../", import.meta.url);

/**
 * The id that a text means; empty if it means none.
 * @param {string} text
 */
export function meant(text) {
  const id = idOf(text);
  return isId(id) ? id : "";
}

/**
 * Whether the registry has an id: asked of the search index, which is small where it tells ids.
 * @param {string} id
 * @returns {Promise<boolean>}
 */
export async function isKnown(id) {
  const answer = await fetch(new URL("search/start.json", ROOT).href, { cache: "no-cache" });
  if (!answer.ok) throw new Error(String(answer.status));
  /** @type {{ ids: [first: string, count: number][] }} */
  const { ids } = await answer.json();
  return ids.map(idsOf).some((run) => run.includes(id));
}

/**
 * The address that verifies an id.
 * @param {string} id
 */
export const verified = (id) => new URL(`v/${id}/`, ROOT).href;

/**
 * Says that the registry has no such id, and what to do.
 * @param {Element} place
 * @param {string} id
 */
export function tellUnknown(place, id) {
  const todo = element("ul"), looked = link("search/", TODO.search), told = link("corrections/", TODO.tell);
  todo.append(element("li", TODO.again), item(TODO.name, looked), item(TODO.doubt, told));
  place.textContent = "";
  place.append(element("p", id ? UNKNOWN(id) : NOT_AN_ID, "rg-verdict-said"), todo);
}

/** What stands where the ids could not be fetched. @param {Element} place */
export function tellFailed(place) {
  place.textContent = TRIED;
}

/**
 * @param {string} path
 * @param {string} text
 */
function link(path, text) {
  const made = element("a", text);
  made.href = new URL(path, ROOT).href;
  return made;
}

/**
 * @param {string} text
 * @param {Element} end
 */
function item(text, end) {
  const made = element("li", text);
  made.append(end, "。");
  return made;
}
