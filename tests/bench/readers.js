// What readers.py asks of a page: how long something took, in milliseconds, till it was painted.

const LONGEST = 60000;

globalThis.readers = {
  largest: 0,

  /** When the largest part of the page was painted. */
  painted: () => readers.largest,

  /**
   * Waits until something holds, and gives the time from `start` to the next picture.
   * @param {number} start
   * @param {() => unknown} holds
   * @returns {Promise<number>}
   */
  until: (start, holds) => new Promise((resolve, reject) => {
    const look = () => {
      if (holds()) setTimeout(() => resolve(performance.now() - start));
      else if (performance.now() - start > LONGEST) reject(new Error(`not within ${LONGEST} ms: ${location.href}`));
      else requestAnimationFrame(look);
    };
    look();
  }),

  /** On the page of search: all is found, told in figures, and drawn. */
  found: () => readers.until(0, () => {
    const status = document.getElementById("search-status"), rows = document.querySelectorAll("#search-results li");
    return status && rows.length && /\d/.test(status.textContent || "");
  }),

  /**
   * Types a query at once; its panel has a last line when all is found.
   * @param {string} query
   */
  typed(query) {
    const box = /** @type {HTMLInputElement} */ (document.getElementById("rg-find")), start = performance.now();
    box.focus();
    box.value = query;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return readers.until(start, () => document.querySelector(".rg-find__panel:not([hidden]) a[href*='kw=']"));
  },

  /**
   * Ticks one choice of a facet.
   * @param {string} facet
   * @param {number} place
   */
  chosen(facet, place) {
    const live = /** @type {HTMLElement} */ (document.getElementById("rg-live")), start = performance.now();
    const before = live.firstChild;
    document.querySelectorAll(`[data-facet="${facet}"] input[type=checkbox]`)[place].click();
    return readers.until(start, () => !live.hidden && live.firstChild !== before && live.querySelector("tbody tr"));
  },
};

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) readers.largest = entry.startTime;
}).observe({ type: "largest-contentful-paint", buffered: true });
