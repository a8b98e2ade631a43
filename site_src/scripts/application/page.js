// The application form filled in on its page: told while it is filled in, kept as a draft, taken as a Word file, printed,
// written as the draft of a record. Nothing is sent.

import { copy } from "../base/copy.js";
import { iso, today } from "../base/day.js";
import { byId, element, one, refill, started } from "../base/dom.js";
import { Drafts } from "../base/drafts.js";
import { offer } from "../base/offered.js";
import { save as saveFile } from "../base/save.js";
import { keeps } from "../base/store.js";
import { boxes as boxesOf, dayOf, get, hold, printed, set, texts as textsOf, used } from "./boxes.js";
import { told } from "./checks.js";
import { fetched, fileName, wordFile } from "./file.js";
import { draftOf } from "./record.js";
import { isTooLong } from "./room.js";
import { print as printSheet } from "./sheet.js";
import { taskOf } from "./task.js";
import { counted, mendFirst, notFilled, taken, WORDS } from "./messages.js";

/** @typedef {import("./boxes.js").Box} Box */

const form = byId("rg-application", HTMLFormElement);
const consent = byId("rg-consent", HTMLInputElement);
const task = taskOf(form);
const boxes = boxesOf(form, task.boxes);
const day = iso(today());
const drafts = new Drafts(`rg-draft:${location.pathname}`);
/** @type {Promise<import("./file.js").Blank> | null} */
let asked = null;
let composing = false;

/**
 * @param {string} words
 */
function say(words) {
  byId("rg-saved").textContent = words;
}

// ---- What is shown

/** Shows everything anew; gives the boxes that must be mended first. */
function show() {
  const texts = textsOf(boxes);
  const found = told(task, texts, day);
  for (const box of boxes) mark(box, said(found, box.key));
  const lines = boxes.filter(({ key }) => found.has(key)).map(({ key, label }) => `${label}：${said(found, key).text}`);
  if (isTooLong(boxes, texts)) lines.push(WORDS.tooLong);
  const blank = boxes.filter(({ key, beside }) => !beside && !texts.get(key)).map(({ label }) => label);
  if (blank.length) lines.unshift(notFilled(blank));
  const wrong = boxes.filter(({ key }) => said(found, key).wrong);
  state(wrong.length ? mendFirst(wrong.length) : lines.length ? WORDS.mayTake : WORDS.fine, lines);
  printSheet(task, texts);
  byId("rg-yaml").textContent = draftOf(task, texts, { consented: consent.checked, today: day });
  return wrong;
}

/**
 * @param {ReadonlyMap<string, import("./checks.js").Said>} found
 * @param {string} key
 */
const said = (found, key) => found.get(key) || { text: "", wrong: false };

/**
 * @param {Box} box
 * @param {import("./checks.js").Said} what
 */
function mark({ told: place, inputs }, { text, wrong }) {
  place.textContent = text;
  place.classList.toggle("rg-wrong", wrong);
  for (const input of inputs) {
    if (wrong) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
}

/**
 * Untouched where it says so already, or a screen reader would repeat it at each key.
 * @param {string} words
 * @param {readonly string[]} lines
 */
function state(words, lines) {
  const [place, items] = [byId("rg-state"), byId("rg-open")];
  if (place.textContent === words && Array.from(items.children, (item) => item.textContent).join() === lines.join()) return;
  place.textContent = words;
  refill(items, ...lines.map((line) => element("li", line)));
  items.hidden = !lines.length;
}

/**
 * @param {Box} box
 * @param {number} refused
 */
function count(box, refused) {
  if (!box.counter) return;
  box.counter.textContent = counted(used(box), box.limit, refused);
  box.counter.classList.toggle("rg-wrong", refused > 0);
}

// ---- The draft, on this device alone

function save() {
  /** @type {{ [key: string]: string | boolean }} */
  const draft = { consent: consent.checked };
  for (const box of boxes) draft[box.key] = box.kind === "choice" ? get(box) : box.inputs[0].value;
  say(drafts.save(draft) ? WORDS.saved : WORDS.notSaved);
}

/**
 * Fills in a draft: that of a tab, else the newest that no other tab has open; and says what else is kept.
 * @param {string} [tab]
 */
function restore(tab) {
  const draft = drafts.take(tab);
  if (draft) {
    for (const box of boxes) if (typeof draft[box.key] === "string") set(box, draft[box.key]);
    consent.checked = draft.consent === true;
  }
  say(draft ? WORDS.restored : keeps() ? "" : WORDS.notSaved);
  others();
}

/** Offers the other drafts. */
function others() {
  const told = task.boxes.filter(({ feeds }) => feeds.includes("name") || feeds.includes("unit"));
  offer(drafts, (values) => told.map(({ key }) => String(values[key] || "")).filter(Boolean).join("，"), (tab) => {
    for (const box of boxes) set(box, "");
    restore(tab);
    for (const box of boxes) count(box, 0);
    show();
  });
}

function clear() {
  if (!confirm(WORDS.clear)) return;
  drafts.drop();
  form.reset();
  for (const box of boxes) count(box, 0);
  show();
  say(WORDS.cleared);
  boxes[0].inputs[0].focus();
}

// ---- Taking it along

/** What the file is made of: fetched once, as soon as somebody begins, so that the network may be gone later. */
function blank() {
  asked = asked || fetched(form.dataset.parts || "");
  asked.catch(() => { asked = null; });
  return asked;
}

/**
 * @param {Event} event
 */
async function download(event) {
  event.preventDefault();
  const [wrong] = show();
  if (wrong) {
    wrong.inputs[0].focus();
    return;
  }
  try {
    const made = await blank();
    const texts = textsOf(boxes);
    const name = fileName(task, texts);
    saveFile(name, wordFile(task, boxes, texts, made));
    say(taken(name));
  } catch {
    say(WORDS.noBlank);
  }
}

async function copyRecord() {
  const text = byId("rg-yaml");
  const done = await copy(text.textContent || "");
  byId("rg-copied").textContent = done ? WORDS.copied : WORDS.selected;
  const selection = getSelection();
  if (!done && selection) selection.selectAllChildren(text);
}

// ---- While it is filled in

/**
 * @param {EventTarget | null} target
 */
const boxOf = (target) => boxes.find(({ inputs }) => inputs.some((input) => input === target));

/**
 * @param {EventTarget | null} target
 */
function changed(target) {
  const box = boxOf(target);
  if (box && box.kind !== "choice" && !box.beside) count(box, hold(box));
  save();
  show();
}

form.addEventListener("compositionstart", () => { composing = true; });
form.addEventListener("compositionend", ({ target }) => {
  composing = false;
  changed(target);
});
form.addEventListener("input", (event) => {
  if (!composing && !(event instanceof InputEvent && event.isComposing)) changed(event.target);
});
form.addEventListener("change", ({ target }) => {
  const box = boxOf(target);
  if (box && box.kind === "date" && dayOf(task.dates, get(box))) box.inputs[0].value = printed(box, get(box), task.dates);
  changed(target);
});
form.addEventListener("submit", download);
form.addEventListener("focusin", () => { blank().catch(() => {}); }, { once: true });
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
});
byId("rg-print").addEventListener("click", () => {
  show();
  print();
});
byId("rg-clear").addEventListener("click", clear);
byId("rg-copy").addEventListener("click", copyRecord);

restore();
for (const box of boxes) count(box, 0);
show();
one(form, "[type=submit]", HTMLButtonElement).disabled = false; // without this script a press would put what is filled in into the address
form.hidden = false;
started();
