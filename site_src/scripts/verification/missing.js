// On the page of an address that leads nowhere: one that verifies an id, or that tells of a workshop, leads on where the id is only
// written otherwise (v/ab0001/), or says that the registry has no such id (v/AB9999/).

import { byId, one } from "../base/dom.js";
import { isKnown, meant, tellUnknown } from "./ids.js";
import { MISSING } from "./messages.js";

const found = /^(.*\/(?:v|workshops)\/)([^/]+)\/?$/.exec(location.pathname), place = byId("rg-missing");

async function look() {
  if (!found) return;
  const [, above, written] = found, id = meant(decodeURIComponent(written));
  if (!id) return;
  if (id !== written && await isKnown(id)) {
    location.replace(`${above}${id}/`);
    return;
  }
  const heading = one(document, "h1");
  document.title = `${MISSING} - ${document.title.replace(/^.* - /, "")}`;
  heading.textContent = MISSING;
  tellUnknown(place, id);
  byId("rg-lost").hidden = true;
}

look().catch(() => {}); // what the page says without it stands there
