// The search box of every page. What answers as one types is loaded when the box is first used; till then, and where it
// cannot be loaded, the form leads to search/.
(function () {
  "use strict";
  var PARTS = ["words", "columns", "texts", "index", "rows", "panel"];
  var box = document.getElementById("rg-find"), results = document.getElementById("search-results");
  var asked = false, typed = false;
  if (!box) return;

  // On the search page itself page.js answers; where it did not come, say so.
  if (results) {
    if (window.workshopSearch && window.workshopSearch.page) return;
    var again = document.getElementById("search-again");
    document.getElementById("search-help").classList.add("rg-wanted");
    document.getElementById("search-status").textContent = "搜索没有打开：网络没有取到文件，或者浏览器太旧。请再试一次，或者看下面的列表。";
    again.hidden = false;
    again.querySelector("button").addEventListener("click", function () { location.reload(); });
    return;
  }

  function load() {
    if (asked) return;
    asked = true;
    var left = PARTS.length, whole = true;
    PARTS.forEach(function (part) {
      var script = document.createElement("script");
      function done(came) {
        whole = whole && came;
        left -= 1;
        if (left) return;
        if (whole && window.workshopSearch && window.workshopSearch.panel) window.workshopSearch.panel(box, typed);
        else if (!whole) asked = false;
      }
      script.src = box.form.action.replace(/search\/$/, "assets/search/" + part + ".js");
      script.async = false;
      script.onload = function () { done(true); };
      script.onerror = function () { done(false); };
      document.head.appendChild(script);
    });
  }

  function noted(event) {
    typed = !event.isComposing && box.value !== "";
    load();
  }
  box.addEventListener("focus", load);
  box.addEventListener("input", noted);
  box.addEventListener("compositionend", noted);
})();
