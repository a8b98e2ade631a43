// What every page does for its reader. In the syntax of ES5, for browsers of any age, like textsize.js and no other script.
(function () {
  "use strict";
  // The slash key goes to the search box, except where it is being typed.
  document.addEventListener("keydown", function (event) {
    var box = document.getElementById("rg-find"), there = /** @type {HTMLElement} */ (event.target);
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !box) return;
    if (there.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(there.nodeName)) return;
    event.preventDefault();
    box.focus();
  });

  /** @param {number} number */
  function pad(number) { return (number < 10 ? "0" : "") + number; }

  // What only the reader's own day can tell: that a deadline has passed since the site was built.
  var now = new Date();
  var today = now.getFullYear() + "-" + pad(now.getMonth() + 1) + "-" + pad(now.getDate());
  document.querySelectorAll("[data-deadline]").forEach(function (found) {
    var element = /** @type {HTMLElement} */ (found);
    element.hidden = String(element.dataset.deadline) >= today;
  });

  // The theme opens its menu by a hidden checkbox, which no keyboard reaches: a button turns it, Escape closes it.
  /**
   * @param {HTMLInputElement} drawer
   * @param {HTMLElement} menu
   */
  function wire(drawer, menu) {
    drawer.addEventListener("change", function () {
      menu.setAttribute("aria-expanded", String(drawer.checked));
    });
    menu.addEventListener("click", function () {
      drawer.click();
      var first = /** @type {HTMLElement | null} */ (document.querySelector(".md-sidebar--primary a.md-nav__link"));
      if (drawer.checked && first) setTimeout(first.focus.bind(first), 50);
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.click();
      menu.focus();
    });
  }
  var drawer = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
  var menu = /** @type {HTMLElement | null} */ (document.querySelector(".rg-menu"));
  if (drawer && menu) wire(drawer, menu);
})();
