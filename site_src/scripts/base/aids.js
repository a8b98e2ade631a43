// What stands behind “大字”: two sizes of text, high contrast, a simple view, and reading aloud. Asked for by looks.js at the first
// press; what was chosen is remembered there and holds before the page is drawn.

import { build, button, one } from "./dom.js";
import { WORDS } from "./messages.js";
import { Speech } from "./speech.js";

const root = document.documentElement;
/** The sizes: their words, the classes of the page, and what is remembered. */
const SIZES = /** @type {const} */ ([
  [WORDS.usual, [], ""],
  [WORDS.large, ["rg-large"], "large"],
  [WORDS.larger, ["rg-large", "rg-largest"], "larger"],
]);
const SWITCHES = /** @type {const} */ ([[WORDS.contrast, "rg-contrast"], [WORDS.simple, "rg-simple"]]);

/**
 * @param {string} key
 * @param {string} value
 */
function keep(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // not allowed: it holds for this page only
  }
}

/** The three sizes, of which one is pressed. */
function sizes() {
  const held = root.classList.contains("rg-largest") ? 2 : Number(root.classList.contains("rg-large"));
  const buttons = SIZES.map(([words, classes, kept], at) => {
    const made = button(words, "rg-button", () => {
      root.classList.remove("rg-large", "rg-largest");
      if (classes.length) root.classList.add(...classes);
      keep("rg-text", kept);
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === made));
    });
    made.setAttribute("aria-pressed", String(at === held));
    return made;
  });
  return build("div", { role: "group", "aria-label": WORDS.sizes }, build("span", { "aria-hidden": "true" }, WORDS.sizes), ...buttons);
}

/** High contrast and the simple view, each on or off. */
function switches() {
  return SWITCHES.map(([words, name]) => {
    const made = button(words, "rg-button", () => {
      const on = root.classList.toggle(name);
      keep(name, on ? "on" : "");
      made.setAttribute("aria-pressed", String(on));
    });
    made.setAttribute("aria-pressed", String(root.classList.contains(name)));
    return made;
  });
}

/** Reading aloud: begins, pauses where it is, goes on, stops. */
function reading() {
  const said = build("p", { role: "status" });
  const tell = (/** @type {string} */ words) => { said.textContent = words; };
  const speech = new Speech(show, tell);
  const start = button(WORDS.read, "rg-button", () => speech.toggle());
  const stop = button(WORDS.stop, "rg-button", () => {
    speech.stop();
    start.focus();
  });

  /** @param {"still" | "reading" | "paused"} state */
  function show(state) {
    start.textContent = { still: WORDS.read, reading: WORDS.pause, paused: WORDS.resume }[state];
    stop.hidden = state === "still";
  }
  show("still");
  return [build("div", { role: "group", "aria-label": WORDS.read }, start, stop), said];
}

const opener = one(document, ".rg-larger");
const panel = build("div", { id: "rg-aids", role: "region", "aria-label": WORDS.aids });

/** @param {boolean} open */
function turn(open) {
  panel.hidden = !open;
  root.classList.toggle("rg-aided", open);
  opener.setAttribute("aria-expanded", String(open));
}

panel.append(sizes(), build("div", {}, ...switches()), ...reading(), button(WORDS.shut, "rg-button", () => {
  turn(false);
  opener.focus();
}));
opener.setAttribute("aria-controls", "rg-aids");
opener.after(panel);
turn(true);
opener.addEventListener("click", () => turn(panel.hidden === true));
panel.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  turn(false);
  opener.focus();
});
