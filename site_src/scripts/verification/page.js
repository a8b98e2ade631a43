// The box for an id on the page of verification: leads to the page that verifies it, or says that there is none.

import { byId, one, started } from "../base/dom.js";
import { isKnown, meant, tellFailed, tellUnknown, verified } from "./ids.js";
import { LOOKING } from "./messages.js";

const form = byId("rg-verify", HTMLFormElement), box = one(form, "input", HTMLInputElement), place = byId("rg-verify-told");

/** @param {Event} event */
async function asked(event) {
  event.preventDefault();
  const id = meant(box.value);
  if (!id) {
    tellUnknown(place, "");
    return;
  }
  place.textContent = LOOKING;
  try {
    if (await isKnown(id)) location.assign(verified(id));
    else tellUnknown(place, id);
  } catch {
    tellFailed(place);
  }
}

form.addEventListener("submit", asked);
form.hidden = false;
started();
