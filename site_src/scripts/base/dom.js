// Elements: found by what a template promises, and made. Texts of records enter a page by these ways only, never as HTML.

/**
 * What an id or a selector must lead to: the class of an element, such as HTMLInputElement.
 * @template {Element} Kind
 * @typedef {{ new (): Kind, prototype: Kind, readonly name: string }} ClassOf
 */

/**
 * The element of that id. A page without it, or with another kind of element there, is a mistake of ours: it throws.
 * @template {Element} [Kind=HTMLElement]
 * @param {string} id
 * @param {ClassOf<Kind>} [kind]
 * @returns {Kind}
 */
export function byId(id, kind) {
  return checked(document.getElementById(id), `#${id}`, kind);
}

/**
 * The first element within another that a selector finds; throws as `byId` does.
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} within
 * @param {string} selector
 * @param {ClassOf<Kind>} [kind]
 * @returns {Kind}
 */
export function one(within, selector, kind) {
  return checked(within.querySelector(selector), selector, kind);
}

/**
 * All elements within another that a selector finds, in their order; throws where one is of another kind.
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} within
 * @param {string} selector
 * @param {ClassOf<Kind>} [kind]
 * @returns {Kind[]}
 */
export function all(within, selector, kind) {
  return Array.from(within.querySelectorAll(selector), (found) => checked(found, selector, kind));
}

/**
 * @template {Element} Kind
 * @param {Element | null} found
 * @param {string} asked
 * @param {ClassOf<Kind>} [kind]
 * @returns {Kind}
 */
function checked(found, asked, kind) {
  const wanted = kind || HTMLElement;
  if (found instanceof wanted) return /** @type {Kind} */ (found);
  throw new Error(`${asked}: ${found ? `no ${wanted.name}` : "not in this page"}`);
}

/**
 * An element with a text and classes.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} [text]
 * @param {string} [classes]
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, text = "", classes = "") {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (classes) made.className = classes;
  return made;
}

/**
 * An element with attributes (those that are undefined are left out) and what it holds: elements, and texts as they are.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {{ readonly [attribute: string]: string | undefined }} attributes
 * @param {...(Node | string)} inside
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function build(name, attributes, ...inside) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(attribute, value);
  made.append(...inside);
  return made;
}

/**
 * A button that does something when it is pressed, and sends no form.
 * @param {string} text
 * @param {string} classes
 * @param {(event: MouseEvent) => void} press
 * @returns {HTMLButtonElement}
 */
export function button(text, classes, press) {
  const made = element("button", text, classes);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

/**
 * Puts these in the place of all that an element held. (`replaceChildren` is younger than the browsers we promise.)
 * @param {Element} holder
 * @param {...(Node | string)} inside
 * @returns {void}
 */
export function refill(holder, ...inside) {
  holder.textContent = "";
  holder.append(...inside);
}

/**
 * Hears of each finger or mouse pressed down anywhere. Safari knows pointers since 13.
 * @param {(event: Event) => void} then
 * @returns {void}
 */
export function pressing(then) {
  document.addEventListener("onpointerdown" in window ? "pointerdown" : "ontouchstart" in window ? "touchstart" : "mousedown", then);
}

/**
 * The page's own script has started: base/page.js has nothing to say. Comes last in it.
 * @returns {void}
 */
export function started() {
  for (const part of all(document, "[data-starts]")) part.removeAttribute("data-starts");
}
