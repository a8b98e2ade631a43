// What a reader has chosen of the looks, remembered: what stands behind “大字” (two sizes of larger text, high contrast, the simple
// view; base/aids.js), and dark or light, which follows the system till somebody chooses. Runs before the page is drawn, so that
// nothing jumps or flashes: neither the text, nor the search page, whose help gives way to what is asked in its address
// (search/page.js).
// In the syntax of ES5, for browsers of any age, like page.js and no other script: where modules are not known, it says so (rg-old);
// page.js says the same where the page's own did not start. Nor does a browser run modules or give data to a page that was opened
// from a folder, by a double click (rg-folder).
(function () {
  "use strict";
  var TEXT = "rg-text", LARGE = "large", LARGER = "larger", CONTRAST = "rg-contrast", SIMPLE = "rg-simple";
  var SCHEME = "rg-scheme", DARK = "dark", LIGHT = "light";
  var root = document.documentElement;

  // Where the browser denies its store (told to keep nothing, some private windows), whatever reads it without care would fail.
  try {
    if (!window.localStorage) throw new Error("none");
  } catch (error) {
    var nothing = { getItem: function () { return null; }, removeItem: function () {}, setItem: function () { throw error; } };
    try { Object.defineProperty(window, "localStorage", { value: nothing }); } catch (denied) { /* it stays as it is */ }
  }

  var folder = location.protocol === "file:", old = folder || !("noModule" in document.createElement("script"));
  var night = matchMedia("(prefers-color-scheme: dark)");

  /** @param {string} key */
  function kept(key) {
    try { return localStorage.getItem(key); } catch (error) { return null; }
  }
  /**
   * @param {string} key
   * @param {string} value
   */
  function keep(key, value) {
    try { localStorage.setItem(key, value); } catch (error) { /* not allowed: it holds for this page only */ }
  }

  function isDark() { return root.getAttribute("data-md-color-scheme") === "slate"; }
  /** @param {boolean} dark */
  function paint(dark) {
    root.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
  }
  function follow() { paint(kept(SCHEME) ? kept(SCHEME) === DARK : night.matches); }

  /**
   * @param {string} selector
   * @param {() => boolean} isOn
   * @param {() => void} turn
   */
  function wire(selector, isOn, turn) {
    var button = document.querySelector(selector);
    if (!button) return;
    var found = button;
    function show() { found.setAttribute("aria-pressed", String(isOn())); }
    show();
    button.addEventListener("click", function () {
      turn();
      show();
    });
    night.addListener(show);
  }

  // What search/ask.js opens is asked for before all else of the page, since it is what a reader waits for longest.
  /** @param {string} name */
  function ahead(name) {
    var link = document.createElement("link"), told = { rel: "preload", as: "fetch", crossorigin: "anonymous", href: name + ".json" };
    Object.keys(told).forEach(function (key) { link.setAttribute(key, told[/** @type {keyof typeof told} */ (key)]); });
    document.head.appendChild(link);
  }

  var asked = !old && /[?&]kw=[^&]/.test(location.search);
  if (asked && /\/search\/$/.test(location.pathname)) ["start", "short"].forEach(ahead);
  root.classList.add("rg-script");
  root.classList.toggle("rg-old", old);
  root.classList.toggle("rg-folder", folder);
  root.classList.toggle("rg-large", kept(TEXT) === LARGE || kept(TEXT) === LARGER);
  root.classList.toggle("rg-largest", kept(TEXT) === LARGER);
  root.classList.toggle(CONTRAST, kept(CONTRAST) === "on");
  root.classList.toggle(SIMPLE, kept(SIMPLE) === "on");
  root.classList.toggle("rg-asked", asked);
  follow();
  night.addListener(follow);
  document.addEventListener("DOMContentLoaded", function () {
    wire(".rg-dark", isDark, function () {
      paint(!isDark());
      keep(SCHEME, isDark() ? DARK : LIGHT);
    });
  });
})();

// Scripts that few need, which lie beside this one, are fetched when they are.
(function () {
  "use strict";
  var root = document.documentElement;
  var here = /** @type {HTMLScriptElement} */ (document.currentScript).src.replace(/[^/]*$/, "");
  /** @param {string} name */
  function fetchScript(name) {
    var script = document.createElement("script");
    script.type = "module";
    script.src = here + name;
    document.head.appendChild(script);
  }
  /** @param {string} size of the text, to be remembered */
  function keep(size) {
    try { localStorage.setItem("rg-text", size); } catch (error) { /* not allowed: it holds for this page only */ }
  }

  // The first press of “大字” enlarges at once and asks for what else there is; where that does not come, it is a switch for the text.
  function aid() {
    var button = document.querySelector(".rg-larger"), asked = root.classList.contains("rg-old");
    if (!button) return;
    button.addEventListener("click", function () {
      if (document.getElementById("rg-aids")) return;
      var enlarged = root.classList.contains("rg-large");
      if (asked) root.classList.remove("rg-largest");
      if (!enlarged || asked) keep(root.classList.toggle("rg-large") ? "large" : "");
      if (!asked) fetchScript("./aids.js");
      asked = true;
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    if (/MicroMessenger/i.test(navigator.userAgent)) fetchScript("./wechat.js");
    aid();
  });
})();
