(function () {
  "use strict";
  // The slash key goes to the search box, except where it is being typed.
  document.addEventListener("keydown", function (event) {
    var box = document.getElementById("rg-find"), there = event.target;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !box) return;
    if (there.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(there.nodeName)) return;
    event.preventDefault();
    box.focus();
  });

  // What only the reader's own day can tell: that a deadline has passed since the site was built.
  var now = new Date();
  var pad = function (number) { return (number < 10 ? "0" : "") + number; };
  var today = now.getFullYear() + "-" + pad(now.getMonth() + 1) + "-" + pad(now.getDate());
  document.querySelectorAll("[data-deadline]").forEach(function (element) {
    element.hidden = element.dataset.deadline >= today;
  });

  // The theme's menu is a label, which no keyboard reaches: make it a button that tells its state; Escape closes.
  var drawer = document.getElementById("__drawer"), menu = document.querySelector(".rg-menu");
  if (!drawer || !menu) return;
  function tell() { menu.setAttribute("aria-expanded", String(drawer.checked)); }
  function turn(open) {
    if (drawer.checked !== open) drawer.click();
  }
  menu.tabIndex = 0;
  menu.setAttribute("role", "button");
  menu.setAttribute("aria-label", "菜单");
  tell();
  drawer.addEventListener("change", tell);
  menu.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    turn(!drawer.checked);
    var first = document.querySelector(".md-sidebar--primary a.md-nav__link");
    if (drawer.checked && first) requestAnimationFrame(function () { first.focus(); });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !drawer.checked) return;
    turn(false);
    menu.focus();
  });
})();
