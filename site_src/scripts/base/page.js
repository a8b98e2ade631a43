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

  // The old way to copy, for old browsers and for hosts without https. Whether it was done.
  window.rgCopy = function (text) {
    var focused = document.activeElement, done = false;
    var box = document.body.appendChild(document.createElement("textarea"));
    box.value = text;
    box.className = "rg-hidden";
    box.setAttribute("aria-hidden", "true");
    box.select();
    try { done = document.execCommand("copy"); } catch (refused) { /* told by who asked */ }
    document.body.removeChild(box);
    if (focused && focused.focus) focused.focus();
    return done;
  };

  // Buttons to hand a page on: its address without what was only this reader's way to it.
  document.querySelectorAll(".rg-share").forEach(function (row) {
    var said = row.querySelector("[role=status]"), address = location.href.replace(/[?#].*/, "");
    var done = function () { said.textContent = "已复制，可以粘贴了。"; };
    var failed = function () { said.textContent = "没有复制成，请自己复制：" + address; };
    var select = function () {
      if (window.rgCopy(address)) done(); else failed();
    };
    var copy = function () {
      if (navigator.clipboard) navigator.clipboard.writeText(address).then(done, select); else select();
    };
    row.addEventListener("click", function (event) {
      var what = event.target.getAttribute("data-share");
      said.textContent = "";
      if (what === "copy") copy();
      if (what === "print") window.print();
    });
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
