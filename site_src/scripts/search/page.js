// The search page: what is typed into the header's box is answered at once. Texts of records go in by textContent only.
(function () {
  "use strict";
  const parts = window.workshopSearch || {};
  if (!["spans", "columns", "Texts", "open", "Rows", "suggest"].every(function (part) { return parts[part]; })) return; // box.js says so
  const box = document.getElementById("rg-find"), form = box.form, root = document.documentElement;
  const status = document.getElementById("search-status"), again = document.getElementById("search-again");
  const place = document.getElementById("search-results"), help = document.getElementById("search-help");
  const WAIT = 150, SLOW = 300, MORE = 50, MOST_LINKS = 4;
  const FIRST = { papers: 3, groups: 6, texts: 5 }, FIRST_OF_A_FIELD = 10;
  const element = workshopSearch.element;
  let index = null, asked = 0, timer = 0, scrolled = 0;

  // Kept with the address, so that coming back shows the same: how many rows of each group were opened (`shown`), and how far
  // down one was (`top`; the browser's own memory of it does not wait for the results).
  function kept() { return history.state || {}; }
  function keep(told) { history.replaceState(Object.assign({}, kept(), told), ""); }
  function opened() { return kept().shown || {}; }

  // A group of results, the first of them shown; `lists`: pages that hold all of them and more.
  function section(group, lists, tell) {
    const made = element("section"), title = element("h2", group.label + " "), list = element("ol", "", "rg-hits");
    const more = element("button", "", "md-button rg-hits__more"), first = FIRST[group.key] || FIRST_OF_A_FIELD;
    let shown = 0;
    function show(count) {
      const next = group.items.slice(shown, shown + count).map(function (item) {
        const row = element("li"), link = element("a");
        link.href = group.address(item);
        row.append(link);
        tell(group, item, link, row);
        list.append(row);
        return link;
      });
      shown += next.length;
      more.textContent = "再看 " + Math.min(MORE, group.items.length - shown) + " 个";
      more.hidden = shown >= group.items.length;
      return next[0];
    }
    title.append(element("span", String(group.items.length), "rg-count"));
    more.type = "button";
    more.addEventListener("click", function () {
      show(MORE).focus();
      keep({ shown: Object.assign({}, opened(), { [group.key]: shown }) });
    });
    show(Math.max(first, opened()[group.key] || 0));
    made.append(title, list, more);
    if (group.items.length > first && lists.length) made.append(listed(lists));
    return made;
  }

  // Links to the lists that hold all of a long group and more.
  function listed(pages) {
    const line = element("p", "整个列表：", "rg-note");
    pages.forEach(function (page, at) {
      const link = element("a", page.title);
      link.href = place.dataset.site + page.path;
      line.append(at ? "、" : "", link, "（" + page.count + " 个）");
    });
    return line;
  }

  function show(found) {
    const here = place.contains(document.activeElement) ? document.activeElement.href : "", mine = asked;
    function tell(group, item, name, row) {
      Promise.resolve(group.tell(item, name, row)).catch(function (error) { if (mine === asked) failed(error, true); });
    }
    place.textContent = "";
    new workshopSearch.Rows(index, found, place.dataset.site).groups().forEach(function (group) {
      const lists = found.groups.filter(function (page) { return page.kind === group.label; });
      place.append(section(group, lists.slice(0, MOST_LINKS), tell));
    });
    const same = here && Array.from(place.querySelectorAll("a")).find(function (link) { return link.href === here; });
    if (same) same.focus({ preventScroll: true });
  }

  function told(query, found) {
    const papers = found.papers.length ? "通知和表格 " + found.papers.length + " 份" : "";
    if (found.total) return "“" + query + "”找到 " + found.total + " 个工作室" + (papers && "，" + papers) + "。";
    if (papers) return "“" + query + "”找到" + papers + "，没有工作室。";
    return "没有找到“" + query + "”" + (found.groups.length ? "的工作室，有名称相符的列表。" : "。");
  }

  async function suggest(query, mine) {
    const tries = await workshopSearch.suggest(index, query);
    if (mine !== asked || !tries.length) return;
    const list = element("ul");
    tries.forEach(function (one) {
      const item = element("li", one.why), link = element("a", one.query);
      link.href = "?kw=" + encodeURIComponent(one.query);
      item.append(link, " " + one.total + " 个");
      list.append(item);
    });
    place.append(element("p", "可以试试："), list);
  }

  // What is listed, as a text to compare; the full texts only add to it.
  function rows(found) {
    return found.papers.length + " " + found.fields.map(String);
  }

  // `some`: whether something stands there already.
  function failed(error, some) {
    if (!error.unloaded) throw error;
    status.textContent = some ? "有些文件没有取到，下面可能不全。请看看网络，再试一次。" : "没有取到搜索用的文件。请看看网络，再试一次。";
    again.hidden = false;
    if (!some) help.classList.add("rg-wanted");
  }

  // `top`: where to go to when all is there.
  async function run(top) {
    const query = box.value.trim(), mine = ++asked, wanted = workshopSearch.wordsOf(query).length > 0;
    document.title = (query ? query + " - " : "") + document.title.replace(/^.* - (?=搜索 - )/, "");
    root.classList.toggle("rg-asked", wanted);
    help.classList.remove("rg-wanted");
    again.hidden = true;
    if (!wanted) {
      place.textContent = status.textContent = "";
      return;
    }
    let some = false, slow = 0;
    try {
      if (!index) {
        status.textContent = "正在查找…";
        index = await workshopSearch.open(place.dataset.index);
        if (mine !== asked) return;
      }
      let shown = "";
      const found = await index.find(query, function (early) {
        some = early.total + early.papers.length + early.groups.length > 0;
        if (some) show(early);
        if (some) shown = rows(early);
        slow = setTimeout(function () { if (mine === asked) status.textContent = "正在事迹和成果里继续找…"; }, SLOW);
      });
      if (mine !== asked) return;
      if (rows(found) !== shown) show(found);
      if (top) scrollTo(0, top);
      status.textContent = told(query, found);
      const nothing = !found.total && !found.papers.length && !found.groups.length;
      if (nothing) await suggest(query, mine);
      if (mine === asked && nothing) help.classList.add("rg-wanted");
    } catch (error) {
      if (mine === asked) failed(error, some);
    } finally {
      clearTimeout(slow);
    }
  }

  function address() {
    const query = box.value.trim();
    return query ? "?kw=" + encodeURIComponent(query) : location.pathname;
  }

  function read() {
    box.value = new URLSearchParams(location.search).get("kw") || "";
    run(kept().top);
  }

  function typed() {
    clearTimeout(timer);
    timer = setTimeout(function () {
      history.replaceState(null, "", address());
      run();
    }, WAIT);
  }

  box.addEventListener("input", function (event) { if (!event.isComposing) typed(); });
  box.addEventListener("compositionend", typed);
  again.querySelector("button").addEventListener("click", function () {
    status.focus();
    run();
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    if (address() !== location.search) history.pushState(null, "", address());
    run();
  });
  window.addEventListener("popstate", read);
  history.scrollRestoration = "manual";
  window.addEventListener("scroll", function () {
    clearTimeout(scrolled);
    scrolled = setTimeout(function () { keep({ top: scrollY }); }, WAIT);
  }, { passive: true });

  // Arrow keys go from the box through the results and back; Escape goes back to the box.
  document.addEventListener("keydown", function (event) {
    const links = Array.from(place.querySelectorAll("li > a")), at = links.indexOf(document.activeElement);
    if (event.isComposing || (at < 0 && document.activeElement !== box)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && at >= 0) box.focus();
    else if (step && links.length && (at >= 0 || step > 0)) (links[at + step] || (at + step < 0 ? box : links[at])).focus();
    else return;
    event.preventDefault();
  });

  workshopSearch.page = true;
  read();
})();
