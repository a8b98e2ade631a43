// The card of one workshop, for other pages to show in a frame: `embed/card/?id=…`, made of the workshop's own data.

import { build, byId, element, refill } from "../base/dom.js";
import { FAILED, LISTED, NO_ID, STATUS, UNKNOWN } from "./messages.js";

const ROOT = new URL("../../../", import.meta.url);

/**
 * What the card shows of a workshop's data.
 * @typedef {{
 *   name: string, path: string, status: string, unit?: string, district?: string, leader?: { name?: string },
 *   designations?: { title: string, date?: string }[]
 * }} Shown
 */

/**
 * @param {string} id
 * @returns {Promise<Shown | undefined>} undefined where the registry has no such id
 */
async function asked(id) {
  const answer = await fetch(new URL(`workshops/${id}/${id}.json`, ROOT).href, { cache: "no-cache" });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** @param {Shown} told */
function card(told) {
  const page = new URL(told.path, ROOT).href;
  const name = build("h1", {}, build("a", { href: page, target: "_blank", rel: "noopener" }, told.name));
  const facts = [told.unit, told.leader && told.leader.name, told.district].filter(Boolean).join("，");
  const named = (told.designations || []).map((it) => [it.date, it.title].filter(Boolean).join(" "));
  const lines = [facts, ...named, told.status === LISTED ? "" : STATUS(told.status)].filter(Boolean);
  return [name, ...lines.map((line) => element("small", line))];
}

async function show() {
  const place = byId("rg-card");
  const id = (new URLSearchParams(location.search).get("id") || "").trim().toUpperCase();
  if (!/^[A-Z]{2}[0-9]{4,7}$/.test(id)) {
    place.prepend(element("p", NO_ID));
    return;
  }
  try {
    const told = await asked(id);
    if (told) refill(place, ...card(told));
    else place.prepend(element("p", UNKNOWN(id)));
  } catch {
    place.prepend(element("p", FAILED));
  }
}

show();
