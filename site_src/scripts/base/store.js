// A draft, kept on this device alone, in the browser's own store.

/**
 * Keeps a value under a name; false where the browser has no room for it, or is told to keep nothing.
 * @param {string} name
 * @param {unknown} value
 */
export function keep(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/**
 * What was kept under that name; null where there is nothing that can be read.
 * @param {string} name
 * @returns {any}
 */
export function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(name) || "null");
  } catch {
    return null;
  }
}

/**
 * Drops what was kept under that name.
 * @param {string} name
 */
export function drop(name) {
  try {
    localStorage.removeItem(name);
  } catch {
    // nothing was kept
  }
}

/** Whether the browser keeps anything at all: it may be told not to, be in a private window, or have no room. */
export function keeps() {
  const done = keep("rg-tried", 1);
  drop("rg-tried");
  return done;
}
