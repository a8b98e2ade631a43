// The answers under the box of every page but search/: the best few as one types. box.js loads it when the box is first used.
// A combobox with a list (WAI-ARIA 1.2): the focus stays in the box, arrow keys go through the links, Escape shuts the list.
(function () {
  "use strict";
  window.workshopSearch = window.workshopSearch || {};
  const WAIT = 150, SLOW = 300, MOST = 8, MOST_OF = { papers: 2, groups: 2, texts: 5 }, MARGIN = 8;
  const FAILED = "有文件没有取到，请看看网络。";
  const element = workshopSearch.element;

  // The list, of which one option at most is chosen; `box` says which.
  class Options {
    constructor(box) {
      this.box = box;
      this.list = element("div");
      this.list.id = "rg-find-list";
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", "搜索结果");
      this.all = [];
      this.chosen = null;
    }

    clear() {
      this.choose(null);
      this.list.textContent = "";
      this.all = [];
    }

    // A link as an option.
    add(into, address, kind) {
      const link = element("a", "", kind);
      link.href = address;
      link.id = "rg-find-" + this.all.length;
      link.tabIndex = -1;
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      into.append(link);
      this.all.push(link);
      return link;
    }

    // A group of options under a heading, `count` of how many there are.
    group(group, count, failed) {
      const part = element("div"), title = element("div", group.label + " ", "rg-find__group");
      title.id = "rg-find-of-" + group.key;
      title.append(element("span", String(group.items.length), "rg-count"));
      part.setAttribute("role", "group");
      part.setAttribute("aria-labelledby", title.id);
      part.append(title);
      this.list.append(part);
      group.items.slice(0, count).forEach(function (item) {
        const link = this.add(part, group.address(item), "rg-find__row"), name = element("strong");
        link.append(name);
        Promise.resolve(group.tell(item, name, link)).catch(failed);
      }, this);
    }

    choose(link) {
      if (this.chosen) this.chosen.setAttribute("aria-selected", "false");
      this.chosen = link;
      if (!link) { this.box.removeAttribute("aria-activedescendant"); return; }
      link.setAttribute("aria-selected", "true");
      this.box.setAttribute("aria-activedescendant", link.id);
      link.scrollIntoView({ block: "nearest" });
    }

    // From the last to the box and from there to the first, and back.
    step(by) {
      const at = this.all.indexOf(this.chosen), to = at < 0 && by < 0 ? this.all.length - 1 : at + by;
      this.choose(this.all[to] || null);
    }
  }

  // `typed`: whether something was typed while this file was on its way.
  workshopSearch.panel = function (box, typed) {
    const search = box.form.action, options = new Options(box);
    const panel = element("div", "", "rg-find__panel"), note = element("p", "", "rg-find__note");
    const status = element("span", "", "rg-hidden"); // read aloud; the note is seen
    let index = null, asked = 0, timer = 0, composing = false;

    panel.hidden = true;
    status.setAttribute("role", "status");
    panel.append(options.list, note);
    box.form.append(panel, status);
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", options.list.id);
    box.setAttribute("aria-expanded", "false");

    function say(text) {
      note.hidden = !text;
      note.textContent = status.textContent = text;
    }

    // As high as what is left of the window above a phone's keyboard.
    function fit() {
      if (panel.hidden) return;
      const view = window.visualViewport, bottom = view ? view.offsetTop + view.height : innerHeight;
      panel.style.maxHeight = Math.max(120, bottom - panel.getBoundingClientRect().top - MARGIN) + "px";
    }

    function open() {
      panel.hidden = false;
      box.setAttribute("aria-expanded", String(options.all.length > 0));
      fit();
    }

    function close() {
      clearTimeout(timer);
      asked++;
      panel.hidden = true;
      status.textContent = "";
      options.choose(null);
      box.setAttribute("aria-expanded", "false");
    }

    // The last line, which leads to the search page.
    function last(text) {
      const address = search + "?kw=" + encodeURIComponent(box.value.trim());
      const link = options.list.querySelector(".rg-find__all") || options.add(options.list, address, "rg-find__all");
      link.href = address;
      link.textContent = text;
    }

    function failed(error) {
      if (!error.unloaded) throw error;
      say(FAILED);
      last("到搜索页再试一次");
      open();
    }

    function show(found, whole) {
      const chosen = options.chosen && options.chosen.href, mine = asked;
      let left = MOST;
      options.clear();
      new workshopSearch.Rows(index, found, search.replace(/search\/$/, "")).groups().forEach(function (group) {
        const count = Math.min(left, MOST_OF[group.key] || MOST, group.items.length);
        if (!count) return;
        left -= count;
        options.group(group, count, function (error) { if (mine === asked) failed(error); });
      });
      const total = found.total + found.papers.length + found.groups.length;
      if (whole) last(total ? "看全部 " + total + " 个结果" : "到搜索页看看可以怎样找");
      options.choose(options.all.find(function (link) { return link.href === chosen; }) || null);
      open();
      return total;
    }

    async function run() {
      const query = box.value.trim(), mine = ++asked;
      let slow = 0, some = false; // whether something of this query is shown
      if (!workshopSearch.wordsOf(query).length) {
        options.clear();
        return close();
      }
      try {
        if (!index) {
          say("正在查找…");
          open();
          index = await workshopSearch.open(search);
          if (mine !== asked) return;
        }
        const found = await index.find(query, function (early) {
          some = early.total + early.papers.length + early.groups.length > 0;
          if (some) show(early, false);
          slow = setTimeout(function () {
            if (mine !== asked) return;
            if (!some) options.clear();
            say("正在事迹和成果里继续找…");
            open();
          }, SLOW);
        });
        if (mine !== asked) return;
        clearTimeout(slow);
        const total = show(found, true);
        say(total ? "" : "没有找到“" + query + "”。");
        if (total) status.textContent = "找到 " + total + " 个结果，用上下键选择。";
      } catch (error) {
        if (mine !== asked) return;
        if (!some) options.clear();
        failed(error);
      } finally {
        clearTimeout(slow);
      }
    }

    function later() {
      clearTimeout(timer);
      timer = setTimeout(run, WAIT);
    }

    box.addEventListener("compositionstart", function () { composing = true; clearTimeout(timer); });
    box.addEventListener("compositionend", function () { composing = false; later(); });
    box.addEventListener("input", function (event) { if (!event.isComposing) later(); });
    box.addEventListener("focus", function () { if (box.value.trim()) later(); });
    box.addEventListener("blur", function () { if (document.hasFocus()) close(); });
    box.addEventListener("keydown", function (event) {
      if (event.isComposing || composing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && panel.hidden && box.value.trim()) run();
      else if (step && options.all.length) options.step(step);
      else if (event.key === "Enter" && options.chosen) options.chosen.click();
      else if (event.key === "Escape" && !panel.hidden) close();
      else return;
      event.preventDefault();
    });
    // A press in the panel leaves the focus in the box, so that the panel is still there when it is let go.
    panel.addEventListener("mousedown", function (event) { event.preventDefault(); });
    document.addEventListener("pointerdown", function (event) { if (!panel.hidden && !box.form.contains(event.target)) close(); });
    box.form.addEventListener("submit", close);
    window.addEventListener("pagehide", close);
    (window.visualViewport || window).addEventListener("resize", fit);
    window.addEventListener("scroll", fit, { passive: true });
    if (typed) run();
  };
})();
