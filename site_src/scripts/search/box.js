// The search box of every page. What answers as one types is loaded when the box is first used; till then, and where it
// cannot be loaded, the form leads to search/. It imports nothing itself: every page waits for it.

// All that panel.js imports, asked for at once instead of one after another.
const PARTS = [
  "./panel.js", "./ask.js", "./columns.js", "./grams.js", "./index.js", "./links.js", "./mark.js", "./messages.js", "./numbers.js",
  "./options.js", "./readings.js", "./rows.js", "./spelt.js", "./texts.js", "./told.js", "./traditional.js", "./words.js", "../base/dom.js", "../base/id.js", "../base/text.js", "../base/typing.js",
];

const box = /** @type {HTMLInputElement | null} */ (document.getElementById("rg-find"));
const results = document.getElementById("search-results");

// On the search page itself page.js answers; where it does not come, it is said.
if (results) wake();
else if (box && box.form) answer(box, box.form);

/**
 * @param {HTMLInputElement} input
 * @param {HTMLFormElement} form
 */
function answer(input, form) {
  let asked = false, typed = false;
  async function load() {
    if (asked) return;
    asked = true;
    try {
      const [panel] = await Promise.all(PARTS.map((part) => import(part)));
      panel.start(input, form, typed);
    } catch {
      asked = false;
    }
  }
  /** @param {Event} event */
  function noted(event) {
    typed = !(/** @type {InputEvent} */ (event).isComposing) && input.value !== "";
    load();
  }
  input.addEventListener("focus", load);
  input.addEventListener("input", noted);
  input.addEventListener("compositionend", noted);
}

function wake() {
  const waiting = document.querySelector("[data-starts]"); // as started() of base/dom.js
  if (waiting) waiting.removeAttribute("data-starts");
  import("./page.js").catch(unopened);
}

function unopened() {
  const again = document.getElementById("search-again"), help = document.getElementById("search-help");
  const status = document.getElementById("search-status"), button = again && again.querySelector("button");
  if (!again || !help || !status || !button) return;
  help.classList.add("rg-wanted");
  status.textContent = status.dataset.unopened || "";
  again.hidden = false;
  button.addEventListener("click", () => location.reload());
}
