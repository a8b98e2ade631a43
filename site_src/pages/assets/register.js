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

  // The theme opens its menu by a hidden checkbox, which no keyboard reaches: a button turns it, Escape closes it.
  var drawer = document.getElementById("__drawer"), menu = document.querySelector(".rg-menu");
  if (!drawer || !menu) return;
  drawer.addEventListener("change", function () {
    menu.setAttribute("aria-expanded", String(drawer.checked));
  });
  menu.addEventListener("click", function () {
    drawer.click();
    var first = document.querySelector(".md-sidebar--primary a.md-nav__link");
    if (drawer.checked && first) setTimeout(function () { first.focus(); }, 50);
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    menu.focus();
  });
})();
