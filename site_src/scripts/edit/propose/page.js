// 直接提交: the part of the page that proposes the record by itself, with a token that stays on this device.

import { build, byId, refill } from "../../base/dom.js";
import { drop, keep, kept } from "../../base/store.js";
import { ANSWERS, BODY, named, proposed as saidProposed, refusals, renumbered, STEPS, title, WORDS } from "./messages.js";
import { Refusal, Repository, WHY } from "./repository.js";
import { propose, STANDS } from "./steps.js";

/** @typedef {import("./repository.js").Pull} Pull */
/** @typedef {import("./steps.js").Proposed} Proposed */

/**
 * The record as it is on the page. `ready`: its text, empty where it cannot be handed on; `find`: personal data in a text;
 * `renumber`: takes the next number, for a new record whose number is used by now, and forgets what was proposed; `keep`: remembers a
 * proposal with the draft.
 * @typedef {{ isNew: boolean, original: string, id: () => string, name: () => string, path: () => string, ready: () => string,
 *   find: (text: string) => boolean, renumber: () => void, proposed: () => Proposed | null, keep: (proposed: Proposed) => void }} Record
 */

const MARK = "<!-- register-review -->"; // what a comment of the check begins with, as .ci/comment writes it
const MOST_NUMBERS = 20; // that are tried for a new record
const LATER = 15000; // milliseconds till checks that run are looked at again
const MOST_LOOKS = 60;

/**
 * Makes the form work.
 * @param {import("../forge.js").Forge} forge
 * @param {import("../forge.js").Api} api
 * @param {Record} record
 */
export function proposing(forge, api, record) {
  const part = new Proposing(forge, api, record);
  byId("rg-propose", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    part.propose();
  });
  byId("rg-look").addEventListener("click", () => part.look());
  byId("rg-forget").addEventListener("click", () => part.forget());
  part.restore();
  byId("rg-direct").hidden = false;
}

class Proposing {
  /**
   * @param {import("../forge.js").Forge} forge
   * @param {import("../forge.js").Api} api
   * @param {Record} record
   */
  constructor(forge, api, record) {
    this.forge = forge;
    this.api = api;
    this.record = record;
    this.name = `rg-token ${api.address}`;
    this.token = byId("rg-token", HTMLInputElement);
    this.keeps = byId("rg-token-kept", HTMLInputElement);
    this.button = byId("rg-propose-now", HTMLButtonElement);
    this.looks = 0;
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
    if (proposed && proposed.pull) this.show(proposed.pull, "");
  }

  async propose() {
    const token = this.token.value.trim();
    if (!token) return this.wants(this.token, WORDS.noToken);
    const note = byId("rg-note", HTMLTextAreaElement);
    if (this.record.find(note.value)) return this.wants(note, WORDS.personal);
    if (!this.record.ready()) return this.say("");
    const unkept = this.remember(token) ? "" : WORDS.notKept;
    this.button.disabled = true;
    const from = this.record.id(), before = this.record.proposed();
    try {
      const pull = await this.tried(new Repository(this.api, token), note.value.trim());
      const moved = this.record.id() === from ? "" : renumbered(this.record.id());
      this.show(pull, moved + unkept + saidProposed(Boolean(before && before.pull && before.pull.number === pull.number)));
      this.looks = 0;
      this.look();
    } catch (error) {
      this.failed(error);
    }
    this.button.disabled = false;
  }

  /**
   * Proposes; a new record whose number is used by now gets the next one.
   * @param {Repository} repository
   * @param {string} note
   */
  async tried(repository, note) {
    const { record } = this;
    for (let left = MOST_NUMBERS; ; left -= 1) {
      const id = record.id(), text = record.ready();
      try {
        return await propose(repository, {
          path: this.api.folder + record.path(), text, before: record.original, title: title(id, record.isNew, record.name()),
          body: [note, BODY].filter(Boolean).join("\n\n"),
          branch: () => `${record.isNew ? "add" : "edit"}-${id}-${fresh()}`,
          keep: (proposed) => record.keep(proposed),
          step: (name) => this.say(STEPS[name]),
        }, record.proposed());
      } catch (error) {
        if (!(error instanceof Refusal) || error.why !== STANDS.taken || !left) throw error;
        record.renumber();
      }
    }
  }

  /** Asks how the checks stand; while they run, again later. */
  async look() {
    const proposed = this.record.proposed(), token = this.token.value.trim();
    if (!proposed || !proposed.pull) return;
    if (!token) return this.wants(this.token, WORDS.noToken);
    const said = byId("rg-answer"), { number } = proposed.pull;
    const repository = new Repository(this.api, token);
    if (!said.textContent) said.textContent = WORDS.looking;
    try {
      const pull = await repository.pull(number);
      const how = pull.state === "open" ? (await repository.checks(pull.commit)) || "elsewhere" : pull.state;
      const url = await repository.comment(number, MARK);
      refill(said, ANSWERS[how], ...(url ? [" ", outside(url, WORDS.comment)] : []));
      this.looks += 1;
      if (how === "running" && this.looks < MOST_LOOKS) setTimeout(() => this.look(), LATER);
    } catch {
      said.textContent = WORDS.unseen;
    }
  }

  /**
   * Tells of a pull request.
   * @param {Pull} pull
   * @param {string} words before it
   */
  show({ number, url }, words) {
    refill(byId("rg-proposed"), words, url ? outside(url, named(number)) : named(number));
    byId("rg-answered").hidden = false;
    byId("rg-propose-part", HTMLDetailsElement).open = true;
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

  forget() {
    drop(this.name);
    this.token.value = "";
    this.keeps.checked = false;
    this.say(WORDS.forgotten);
  }

  /**
   * @param {unknown} error
   */
  failed(error) {
    const { why, status } = error instanceof Refusal ? error : new Refusal(WHY.broken, 0);
    this.say(refusals(this.forge.name, this.api.address.split("/").slice(-2).join("/"), status)[why]);
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

/**
 * A link that leaves the site.
 * @param {string} href
 * @param {string} words
 */
const outside = (href, words) => build("a", { href, target: "_blank", rel: "noopener" }, words);

/** The end of a branch's name that no other has. */
const fresh = () => Array.from(crypto.getRandomValues(new Uint8Array(5)), (byte) => byte.toString(36).padStart(2, "0")).join("");
