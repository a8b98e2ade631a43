// “大字”, larger text on the whole site, remembered. Runs before the page is drawn, so that nothing jumps: neither the text, nor
// the search page, whose help gives way to what is asked in its address (search/page.js).
// In the syntax of ES5, for browsers of any age, like page.js and no other script: where modules are not known, it says so (rg-old).
(function () {
  "use strict";
  var KEY = "rg-text", LARGE = "large", root = document.documentElement;

  // Where the browser denies its store (told to keep nothing, some private windows), whatever reads it without care would fail.
  try {
    if (!window.localStorage) throw new Error("none");
  } catch (error) {
    var nothing = { getItem: function () { return null; }, removeItem: function () {}, setItem: function () { throw error; } };
    try { Object.defineProperty(window, "localStorage", { value: nothing }); } catch (denied) { /* it stays as it is */ }
  }

  var old = !("noModule" in document.createElement("script"));

  function kept() {
    try { return localStorage.getItem(KEY); } catch (error) { return null; }
  }
  /** @param {string} size */
  function keep(size) {
    try { localStorage.setItem(KEY, size); } catch (error) { /* not allowed: it holds for this page only */ }
  }

  /** @param {Element} button */
  function wire(button) {
    function show() { button.setAttribute("aria-pressed", String(root.classList.contains("rg-large"))); }
    show();
    button.addEventListener("click", function () {
      keep(root.classList.toggle("rg-large") ? LARGE : "");
      show();
    });
  }

  root.classList.add("rg-script");
  root.classList.toggle("rg-old", old);
  root.classList.toggle("rg-large", kept() === LARGE);
  root.classList.toggle("rg-asked", !old && /[?&]kw=[^&]/.test(location.search));
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector(".rg-larger");
    if (button) wire(button);
  });
})();
