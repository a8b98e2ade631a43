// 直接提交: the part of the page that proposes the record by itself, with a token that stays on this device.

import { byId, refill } from "../../base/dom.js";
import { drop, keep, kept } from "../../base/store.js";
import { Looking, outside } from "./looking.js";
import { BODY, named, refusals, renumbered, STEPS, title, WORDS } from "./messages.js";
import { Refusal, WHY } from "./refusal.js";
import { Repository } from "./repository.js";
import { propose, STANDS } from "./steps.js";

/** @typedef {import("./repository.js").Pull} Pull */
/** @typedef {import("./steps.js").Proposed} Proposed */

/**
 * What is kept with the draft: the proposal, the id that it is of, the words for the reviewer.
 * @typedef {Proposed & { id: string, note: string }} Kept
 */

/**
 * The record as it is on the page. `ready`: its text, empty where it cannot be handed on, which is told; `find`: personal data in a
 * text; `renumber`: takes the next number, for a new record whose number is used by now, and forgets what was proposed; `keep`:
 * remembers a proposal with the draft.
 * @typedef {{ isNew: boolean, original: string, id: () => string, name: () => string, path: () => string,
 *   ready: (say: (words: string) => void) => string, find: (text: string) => boolean, renumber: () => void,
 *   proposed: () => Kept | null, keep: (kept: Kept) => void }} Record
 */

const MOST_NUMBERS = 20; // that are tried for a new record

/**
 * Makes the form work.
 * @param {import("../forge.js").Api} api
 * @param {Record} record
 */
export function proposing(api, record) {
  const part = new Proposing(api, record);
  byId("rg-propose", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    part.propose();
  });
  byId("rg-look").addEventListener("click", () => part.look());
  byId("rg-token-kept").addEventListener("change", () => part.unkept());
  byId("rg-forget").addEventListener("click", () => part.forget());
  part.restore();
  byId("rg-direct").hidden = false;
}

class Proposing {
  /**
   * @param {import("../forge.js").Api} api
   * @param {Record} record
   */
  constructor(api, record) {
    this.api = api;
    this.record = record;
    this.name = `rg-token ${api.address}`;
    this.token = byId("rg-token", HTMLInputElement);
    this.keeps = byId("rg-token-kept", HTMLInputElement);
    this.button = byId("rg-propose-now", HTMLButtonElement);
    this.note = byId("rg-note", HTMLTextAreaElement);
    this.busy = false;
    this.looking = new Looking((error) => this.words(error));
  }

  /** Fills in the token that was kept, and tells of what was proposed. */
  restore() {
    const token = kept(this.name);
    if (typeof token === "string" && token) {
      this.token.value = token;
      this.keeps.checked = true;
      byId("rg-propose-part", HTMLDetailsElement).open = true;
    }
    const proposed = this.record.proposed();
    if (proposed) this.note.value = proposed.note;
    if (proposed && proposed.pull) this.show(proposed.pull);
  }

  async propose() {
    if (this.busy) return;
    const token = this.token.value.trim();
    if (!token) return this.wants(this.token, WORDS.noToken);
    if (this.record.find(this.note.value)) return this.wants(this.note, WORDS.personal);
    this.say("");
    const unkept = this.remember(token) ? "" : WORDS.notKept;
    this.working(true);
    const from = this.record.id(), before = this.record.proposed();
    try {
      const pull = await this.tried(new Repository(this.api, token));
      if (pull) {
        const moved = this.record.id() === from ? "" : renumbered(this.record.id());
        const again = before && before.pull && before.pull.number === pull.number;
        this.show(pull);
        this.say(moved + unkept + (again ? WORDS.renewed : WORDS.proposed));
        this.look();
      }
    } catch (error) {
      this.say(this.words(error));
    }
    this.working(false);
  }

  /**
   * Proposes; a new record whose number is used by now gets the next one. Gives null where the record cannot be handed on as it is
   * then, which is told.
   * @param {Repository} repository
   * @returns {Promise<Pull | null>}
   */
  async tried(repository) {
    const { record } = this, note = this.note.value.trim();
    for (let left = MOST_NUMBERS; ; left -= 1) {
      const id = record.id(), text = record.ready((words) => this.say(words));
      if (!text) return null;
      try {
        return await propose(repository, {
          path: this.api.folder + record.path(), text, before: record.original, title: title(id, record.isNew, record.name()),
          body: [note, BODY].filter(Boolean).join("\n\n"),
          branch: () => `${record.isNew ? "add" : "edit"}-${id}-${fresh()}`,
          keep: (proposed) => record.keep({ ...proposed, id, note }),
          step: (name) => this.say(STEPS[name]),
        }, record.proposed());
      } catch (error) {
        if (!(error instanceof Refusal) || error.why !== STANDS.taken || !left) throw error;
        record.renumber();
      }
    }
  }

  /** Asks how the checks stand. */
  look() {
    const proposed = this.record.proposed(), token = this.token.value.trim();
    if (!token) return this.wants(this.token, WORDS.noToken);
    if (proposed && proposed.pull) this.looking.begin(new Repository(this.api, token), proposed.pull.number);
  }

  /**
   * Shows the way to a pull request.
   * @param {Pull} pull
   */
  show({ number, url }) {
    refill(byId("rg-pull"), url ? outside(url, named(number)) : named(number));
    byId("rg-answered").hidden = false;
    byId("rg-another").hidden = !this.record.isNew;
    byId("rg-propose-part", HTMLDetailsElement).open = true;
    byId("rg-note-part").hidden = true;
    this.button.textContent = WORDS.again;
  }

  /**
   * Keeps the token where that is asked for; false where the browser keeps nothing.
   * @param {string} token
   */
  remember(token) {
    if (this.keeps.checked) return keep(this.name, token);
    drop(this.name);
    return true;
  }

  /** What is not ticked any more is not kept any longer. */
  unkept() {
    if (!this.keeps.checked) drop(this.name);
  }

  forget() {
    drop(this.name);
    this.looking.stop();
    this.token.value = "";
    this.keeps.checked = false;
    this.say(WORDS.forgotten);
  }

  /**
   * @param {boolean} busy
   */
  working(busy) {
    this.busy = busy;
    this.button.setAttribute("aria-disabled", String(busy)); // not disabled: that would take the focus away
  }

  /**
   * What to say of what came to nothing.
   * @param {unknown} error
   */
  words(error) {
    const { why, status } = error instanceof Refusal ? error : new Refusal(WHY.broken, 0);
    return refusals(this.api, status)[why];
  }

  /**
   * @param {HTMLElement} box what must be looked at
   * @param {string} words
   */
  wants(box, words) {
    this.say(words);
    box.focus();
  }

  /**
   * @param {string} words
   */
  say(words) {
    byId("rg-proposed").textContent = words;
  }
}

/** The end of a branch's name that no other has. */
const fresh = () => Array.from(crypto.getRandomValues(new Uint8Array(5)), (byte) => byte.toString(36).padStart(2, "0")).join("");
