// 大字：larger text on the whole site, remembered. Runs before the page is drawn, so that nothing jumps: neither the text, nor
// the search page, whose help gives way to what is asked in its address (search/page.js).
(function () {
  "use strict";
  var KEY = "rg-text", LARGE = "large", root = document.documentElement;

  function kept() {
    try { return localStorage.getItem(KEY); } catch (error) { return null; }
  }
  function keep(size) {
    try { localStorage.setItem(KEY, size); } catch (error) { /* not allowed: it holds for this page only */ }
  }

  root.classList.add("rg-script");
  root.classList.toggle("rg-large", kept() === LARGE);
  root.classList.toggle("rg-asked", /[?&]kw=[^&]/.test(location.search));
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector(".rg-larger");
    if (!button) return;
    function show() { button.setAttribute("aria-pressed", String(root.classList.contains("rg-large"))); }
    show();
    button.addEventListener("click", function () {
      keep(root.classList.toggle("rg-large") ? LARGE : "");
      show();
    });
  });
})();
