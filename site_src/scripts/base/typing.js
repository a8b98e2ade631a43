// What is typed into a box, told when it stands there: not while an input method still composes.

/**
 * @param {HTMLInputElement} box
 * @param {() => void} typed
 */
export function onTyped(box, typed) {
  box.addEventListener("input", (event) => { if (!(/** @type {InputEvent} */ (event).isComposing)) typed(); });
  box.addEventListener("compositionend", () => typed());
}
