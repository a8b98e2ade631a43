// The written record is handed on: opened at the forge or in a letter, copied, or taken as a file.

import { copySelected } from "../base/copy.js";
import { byId } from "../base/dom.js";
import { save } from "../base/save.js";
import { address } from "./forge.js";
import { letter } from "./letter.js";
import { hand, LETTER, savedAs, WORDS } from "./messages.js";

/**
 * What is handed on. `ready`: the text, empty where it cannot be handed on yet; `say`: tells the reader.
 * @typedef {{ forge: import("./forge.js").Forge | null, id: () => string, isNew: boolean, ready: () => string, say: (words: string) => void }} Submitted
 */

/**
 * Makes the buttons work; gives what points the link to the forge at the text as it is now.
 * @param {Submitted} submitted
 * @returns {(text: string) => void}
 */
export function submitting({ forge, id, isNew, ready, say }) {
  byId("rg-copy").addEventListener("click", () => {
    const text = ready();
    if (text) say(taken(text) ? WORDS.copied : WORDS.notCopied);
  });
  byId("rg-download").addEventListener("click", () => {
    const text = ready();
    if (!text) return;
    save(`${id()}.yml`, new Blob([text], { type: "application/x-yaml" }));
    say(savedAs(`${id()}.yml`));
  });
  if (!forge) return posting({ id, isNew, ready, say });
  const link = byId("rg-open", HTMLAnchorElement);
  link.addEventListener("click", (event) => {
    const text = ready();
    if (!text) event.preventDefault();
    else if (link.dataset.filled === "true") say(WORDS.opened);
    else say(taken(text) ? WORDS.copiedToPaste : WORDS.notCopiedToPaste);
  });
  return (text) => aim(link, forge, address(forge, id(), text, isNew), isNew);
}

/**
 * Makes the link to the mailbox work, where there is one.
 * @param {{ id: () => string, isNew: boolean, ready: () => string, say: (words: string) => void }} submitted
 * @returns {(text: string) => void}
 */
function posting({ id, isNew, ready, say }) {
  const link = document.querySelector("#rg-mail");
  if (!(link instanceof HTMLAnchorElement)) return () => {};
  const to = link.dataset.to || "";
  let filled = false;
  link.addEventListener("click", (event) => {
    const text = ready();
    if (!text) event.preventDefault();
    else if (filled || taken(text)) say(LETTER.said(filled));
    else say(WORDS.notCopied);
  });
  return (text) => {
    const made = letter(to, id(), text, isNew);
    filled = made.filled;
    link.href = made.href;
    link.textContent = filled ? LETTER.filled : LETTER.copied;
  };
}

/**
 * Copies the text; where that is refused, opens it to be selected by hand.
 * @param {string} text
 */
function taken(text) {
  const done = copySelected(text);
  if (!done) byId("rg-record", HTMLDetailsElement).open = true;
  return done;
}

/**
 * @param {HTMLAnchorElement} link
 * @param {import("./forge.js").Forge} forge
 * @param {import("./forge.js").Address} to
 * @param {boolean} isNew
 */
function aim(link, forge, { href, filled }, isNew) {
  link.href = href;
  link.textContent = hand(forge.name, { filled, isNew });
  link.dataset.filled = String(filled);
  byId("rg-paste").hidden = filled;
  byId("rg-paste-new").hidden = !isNew;
  byId("rg-paste-old").hidden = isNew;
}
