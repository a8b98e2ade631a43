// The self-check of a notice's conditions: answered one by one, in the end it is said whether one can apply, or what is missing.
// Without it the page is a list to read.

import { all, byId, element, one, refill, started } from "../base/dom.js";
import { concerns, verdict } from "./verdict.js";

/** @typedef {import("./verdict.js").Condition} Condition */

const form = byId("rg-check", HTMLFormElement);
const items = all(form, ".rg-conditions > li"), choices = all(form, "[data-choice]");
const result = one(form, ".rg-result"), told = one(result, "p"), list = one(result, "ul");

/** @param {Element} within */
const answers = (within) => all(within, "input", HTMLInputElement).filter(({ checked }) => checked).map(({ value }) => value);

/**
 * @param {HTMLElement} item
 * @returns {Condition}
 */
function condition(item) {
  const [answer = ""] = answers(item);
  return { category: item.dataset.category || "", text: one(item, "legend").textContent || "", answer: /** @type {Condition["answer"]} */ (answer) };
}

function show() {
  const [category = ""] = choices.map(answers).flat(), choice = { asked: choices.length > 0, category };
  const conditions = items.map(condition), { text, state, missing } = verdict(conditions, choice);
  items.forEach((item, at) => { item.hidden = !concerns(conditions[at], choice); });
  told.textContent = text;
  result.dataset.state = state;
  refill(list, ...missing.map((lacking) => element("li", lacking)));
  list.hidden = !missing.length;
}

form.classList.add("rg-on");
form.addEventListener("change", show);
form.addEventListener("submit", (event) => event.preventDefault());
show();
started();
