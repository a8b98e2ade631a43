// Copying to the clipboard: the browser's way, and where it refuses (an old browser, a host without https) the old one.

/**
 * Copies a text; true when it is done. Whoever asks says so, and says what to do where it was refused.
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export async function copy(text) {
  if (!navigator.clipboard) return copySelected(text);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/**
 * The old way, done at once: needed where a press also opens a page, which takes the focus away. The focus stays where it was.
 * @param {string} text
 * @returns {boolean}
 */
export function copySelected(text) {
  const focused = document.activeElement;
  const box = document.createElement("textarea");
  box.value = text;
  box.className = "rg-hidden";
  box.setAttribute("aria-hidden", "true");
  document.body.append(box);
  box.select();
  const done = commanded();
  box.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}

/** Some browsers throw instead of answering. */
function commanded() {
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
}
