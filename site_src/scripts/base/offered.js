// Drafts of other tabs, which may have been closed without a word (a browser that fell over, a phone that put it away), are offered.

import { button, byId, element, refill } from "./dom.js";

const OTHERS = "还有别的草稿，可能正在别的标签页里填：";

/**
 * Offers them, a button each, in the place that a page has for that.
 * @param {import("./drafts.js").Drafts} drafts
 * @param {(values: any) => string} named what a draft is of
 * @param {(tab: string) => void} take goes on with that of a tab
 */
export function offer(drafts, named, take) {
  const buttons = drafts.others().map(({ tab, values }) => button(goOn(named(values)), "md-button", () => take(tab)));
  refill(byId("rg-drafts"), ...(buttons.length ? [element("span", OTHERS), ...buttons] : []));
}

/** @param {string} name */
const goOn = (name) => `接着填“${name || "没有写名称的"}”`;
