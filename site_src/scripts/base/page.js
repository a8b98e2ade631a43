// What every page does for its reader. In the syntax of ES5, for browsers of any age, like looks.js and no other script.
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

  // What only the reader's own day can tell: that a deadline has passed since the site was built (`data-deadline` appears,
  // `data-until` goes).
  var now = new Date();
  var today = now.getFullYear() + "-" + pad(now.getMonth() + 1) + "-" + pad(now.getDate());
  document.querySelectorAll("[data-deadline], [data-until]").forEach(function (found) {
    var element = /** @type {HTMLElement} */ (found), told = element.dataset;
    element.hidden = told.until ? told.until < today : String(told.deadline) >= today;
  });

  // Which day a sheet was printed: only the reader's clock knows. Told already now for who knows no `beforeprint`, and anew then.
  function date() {
    var day = new Date(), words = "　打印于 " + day.getFullYear() + " 年 " + (day.getMonth() + 1) + " 月 " + day.getDate() + " 日";
    document.querySelectorAll(".rg-printed-on").forEach(function (found) { found.textContent = words; });
  }
  date();
  window.addEventListener("beforeprint", date);

  // Paper shows what a screen has folded away.
  /** @type {Element[]} */
  var folded = [];
  window.addEventListener("beforeprint", function () {
    folded = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    folded.forEach(function (it) { it.setAttribute("open", ""); });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (it) { it.removeAttribute("open"); });
  });

  // A part of the page waits for a script of its own, which takes this word away when it has started. What did not start is as in a
  // browser that knows no modules: what it would serve is not shown, and a sentence says so. Modules have run, or failed, by then.
  window.addEventListener("load", function () {
    if (!document.querySelector("[data-starts]")) return;
    document.documentElement.classList.add("rg-old");
    document.documentElement.classList.remove("rg-asked");
  });

  // The menu of a narrow screen: a button opens it, Escape and the ground beside it close it.
  /**
   * @param {HTMLElement} menu
   * @param {HTMLElement} list
   */
  function wire(menu, list) {
    /** @param {boolean} open */
    function turn(open) {
      document.documentElement.classList.toggle("rg-menued", open);
      menu.setAttribute("aria-expanded", String(open));
    }
    function isOpen() { return menu.getAttribute("aria-expanded") === "true"; }
    menu.addEventListener("click", function () {
      turn(!isOpen());
      var first = list.querySelector("a");
      if (isOpen() && first) setTimeout(first.focus.bind(first), 50);
    });
    list.addEventListener("click", function (event) {
      if (event.target === list) turn(false);
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !isOpen()) return;
      turn(false);
      menu.focus();
    });
  }
  var menu = /** @type {HTMLElement | null} */ (document.querySelector(".rg-menu"));
  var list = document.getElementById("rg-nav");
  if (menu && list) wire(menu, list);
})();
