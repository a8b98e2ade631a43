// One record being made or corrected: its values, what is wrong with them, its text, its draft.

import { iso, today } from "../base/day.js";
import { byId, one } from "../base/dom.js";
import { Drafts } from "../base/drafts.js";
import { numbered, numberOf } from "../base/id.js";
import { keeps } from "../base/store.js";
import { make as makeChecks } from "../record/checks.js";
import { within } from "../record/laws.js";
import { make as makeFind } from "../record/personal.js";
import { merge, record as written, same } from "../record/text.js";
import { explaining, NOTHING } from "./explain.js";
import { builder } from "./form/build.js";
import { group } from "./form/group.js";
import { inOrder, provable, usual } from "./fields.js";
import { display, isSevere, state } from "./report.js";
import { Stages } from "./stages.js";
import { submitting } from "./submit.js";
import { which, WORDS } from "./messages.js";

/** @typedef {import("../record/text.js").Group} Group */
/** @typedef {import("./form/control.js").Control} Control */
/** @typedef {import("./form/control.js").Told} Told */

/**
 * What is kept of a record that is not done. `original`: its published text when it was begun; `proposed`: what this page proposed of it.
 * @typedef {{ values: import("../record/text.js").Value, given: import("./explain.js").Draft[], original: string, proposed: import("./propose/page.js").Kept | null }} Draft
 */

/** A record on the page. */
export class Editing {
  /**
   * @param {import("./open.js").Opened} opened
   */
  constructor({ schema, original, published }) {
    const day = iso(today());
    this.schema = schema;
    this.original = original;
    this.isNew = !published;
    /** @type {Group} */
    this.before = published || {};
    this.id = this.isNew ? schema.next : String(this.before.id);
    this.find = makeFind(schema.personal);
    this.today = day;
    this.order = schema.fields.map((field) => field.key);
    this.live = false; // from now on a change is looked at
    this.composing = false; // an input method is at work
    this.all = false; // all that is wrong is shown, not only what was touched
    this.text = "";
    const about = builder({
      schema, find: this.find, today: day, checks: makeChecks(schema, day),
      changed: () => this.changed(),
      keys: () => (this.live ? provable(schema, this.values()) : []),
    });
    this.form = group(about, null, schema.fields.filter((field) => field.asked), schema.label);
    this.stages = new Stages(schema.steps, this.form, () => this.arrived());
    this.explained = this.isNew ? NOTHING : explaining(about, this.before, byId("rg-explain"));
    /** @type {Draft["proposed"]} */
    this.proposed = null;
    this.aim = submitting({ forge: schema.forge, id: () => this.id, isNew: this.isNew, ready: () => this.ready(), say });
    this.drafts = new Drafts(`rg-edit ${this.isNew ? "new" : this.id}`);
  }

  /** The record as it is filled in. */
  values() {
    const { corrections } = this.before;
    const given = /** @type {Group} */ (this.form.get() || {});
    return inOrder(this.order, { id: this.id, ...given, ...(corrections ? { corrections } : {}) });
  }

  /** Looks at everything anew; gives what stops the record. */
  update() {
    const record = this.values();
    this.explained.update(record);
    const told = [...this.problems(record), ...this.explained.problems()];
    const yaml = this.write(record);
    this.text = yaml || "";
    byId("rg-unreadable").hidden = yaml !== null;
    byId("rg-yaml").textContent = this.text;
    if (!told.some((it) => isSevere(this.schema, it))) told.push(...this.personal());
    display([this.form, ...this.explained.controls()], told.filter((it) => this.isSeen(it)), (id) => this.stages.reveal(id));
    const errors = told.filter((it) => isSevere(this.schema, it));
    state(errors, this.isNew || !same(record, this.before));
    this.stages.tell(errors);
    this.aim(this.text);
    return errors;
  }

  /**
   * What boxes and laws tell. While keys are missing, laws that these may yet satisfy are not told.
   * @param {Group} record
   */
  problems(record) {
    const told = this.form.problems(true);
    const bad = told.some((it) => isSevere(this.schema, it));
    if (bad && told.some((it) => it.missing) && !this.all) return told;
    return [...told, ...within(this.schema, record).map(({ path, problem }) => ({ control: this.control(path), problem }))];
  }

  /**
   * The box at a path: `designations`, 0, `title`.
   * @param {readonly (string | number)[]} path
   * @returns {Control}
   */
  control(path) {
    const found = path.reduce((it, step) => inside(it, step) || it, /** @type {Control} */ (this.form));
    return found.children ? found.children[0] : found;
  }

  /** Personal data in the whole text: comments of the original are looked at as well. */
  personal() {
    const { find, today: day } = this;
    const found = find ? this.text.split("\n").map((line) => find(line, day)).flat() : [];
    return found.map((problem) => ({ control: this.form, problem }));
  }

  /**
   * Whether a problem is shown already: not before its box was touched, unless the button was pressed.
   * @param {Told} told
   */
  isSeen({ control, missing }) {
    return this.all || (!missing && (!this.isNew || control.touched || control.each !== undefined));
  }

  /**
   * The text of the record; null where the original is written in a way that cannot be changed here.
   * @param {Group} record
   */
  write(record) {
    const found = inOrder(this.order, this.explained.whole(record));
    return this.isNew ? `${this.schema.modeline}\n${written(found)}` : merge(this.original, this.before, found, this.order);
  }

  /** At the last step all that is wrong or missing is told. */
  arrived() {
    this.all = true;
    if (this.live) this.update();
  }

  /** The text to hand on; empty where it cannot be, which is said. */
  ready(tell = say) {
    this.all = true;
    const errors = this.update();
    if (errors.length || !this.text) tell(WORDS.fixFirst);
    if (errors.length) one(byId("rg-problems"), "a").focus();
    if (errors.length || !this.text) return "";
    if (this.isNew || !same(this.values(), this.before)) return this.text;
    tell(WORDS.nothingToSend);
    return "";
  }

  /** After a change. */
  changed() {
    if (this.composing || !this.live) return;
    this.update();
    this.save();
  }

  save() {
    const draft = { values: this.form.get(), given: this.explained.kept(), original: this.original, proposed: this.proposed };
    if (!this.drafts.save(draft)) byId("rg-saved").textContent = WORDS.notSaved;
  }

  /**
   * Remembers what was proposed of this record.
   * @param {Draft["proposed"]} proposed
   */
  keep(proposed) {
    this.proposed = proposed;
    this.save();
  }

  /** A new record takes the next number: its own is somebody else's by now. */
  renumber() {
    this.id = numbered(Math.max(numberOf(this.id) + 1, numberOf(this.schema.next)));
    this.named();
    this.keep(null);
    this.update();
  }

  /** Says which record this is. */
  named() {
    byId("rg-which").textContent = which(this.id, String(this.before.name || ""));
  }

  /** Fills in the draft, else what is published, else what is usual. */
  restore() {
    const draft = /** @type {Partial<Draft> | null} */ (this.drafts.take());
    const values = draft && draft.values;
    this.form.set(values || (this.isNew ? usual(this.schema) : this.before));
    if (!keeps()) byId("rg-saved").textContent = WORDS.notSaved;
    if (!draft || !values) return;
    this.proposed = draft.proposed || null;
    if (this.isNew && this.proposed) this.id = this.proposed.id; // it belongs to what was proposed, whatever is the next by now
    this.explained.update(this.values());
    this.explained.restore(draft.given || []);
    byId("rg-saved").textContent = WORDS.draft + (draft.original === this.original ? "" : WORDS.draftIsOld);
  }
}

/**
 * @param {string} words
 */
function say(words) {
  byId("rg-said").textContent = words;
}

/**
 * The box one step further in: a key of a group, an item of a list.
 * @param {Control} control
 * @param {string | number} step
 */
function inside(control, step) {
  if (typeof step === "number") return control.item ? control.item(step) : undefined;
  return control.children && control.children.find((child) => child.field && child.field.key === step);
}
