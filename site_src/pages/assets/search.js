// The search page: what is typed into the header's box is answered at once. Texts of records go in by textContent only.
(function () {
  "use strict";
  const box = document.getElementById("rg-find");
  const form = box.form, status = document.getElementById("search-status");
  const place = document.getElementById("search-results"), help = document.getElementById("search-help");
  const WAIT = 150, FIRST = 10, FIRST_TEXTS = 5, MORE = 50, BEFORE = 20, AFTER = 60;
  const SHOWN = ["name", "leader", "unit", "district"];
  const HAN = "〇一二三四五六七八九";
  let index = null, asked = 0, timer = 0;

  function element(name, text, kind) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  // Puts a text with its matches marked into an element; a long one only around its first match.
  function mark(into, text, spans, around) {
    const characters = Array.from(text);
    const from = around && spans.length ? Math.max(0, spans[0][0] - BEFORE) : 0;
    const to = around && spans.length ? Math.min(characters.length, spans[0][1] + AFTER) : characters.length;
    let done = from;
    if (from) into.append("…");
    spans.filter(function (span) { return span[0] < to; }).forEach(function (span) {
      into.append(characters.slice(done, span[0]).join(""));
      done = Math.min(span[1], to);
      into.append(element("mark", characters.slice(span[0], done).join("")));
    });
    into.append(characters.slice(done, to).join("") + (to < characters.length ? "…" : ""));
  }

  // Whether a field holds a word, for one workshop.
  function holds(found, number, bit) {
    return found.masks.some(function (mask) { return mask[number] >>> bit & 1; });
  }

  // Whether a field is the first that holds some word, and is therefore shown.
  function tells(found, number, bit) {
    return found.masks.some(function (mask) { return mask[number] && workshopSearch.firstField(mask[number]) === bit; });
  }

  function value(into, column, number, found, bit) {
    const words = holds(found, number, bit) ? found.words : [];
    index.parts(column, number).forEach(function (part, at) {
      const spans = workshopSearch.spans(part.text, words, part.reading);
      if (at && !spans.length) return;
      if (at) into.append("，");
      mark(into, part.text, spans);
    });
  }

  // Waits until an element is about to be seen.
  function seen(item) {
    return new Promise(function (resolve) {
      if (!window.IntersectionObserver) return resolve();
      new IntersectionObserver(function (entries, observer) {
        if (!entries.some(function (entry) { return entry.isIntersecting; })) return;
        observer.disconnect();
        resolve();
      }).observe(item);
    });
  }

  // The lines of a full text that hold words which no short field of the workshop holds.
  async function lines(item, number, found) {
    const short = (1 << index.text) - 1;
    const words = found.words.filter(function (_, at) { return !(found.masks[at][number] & short); });
    if (!words.length) return;
    const told = element("div", "…", "rg-hits__text");
    item.append(told);
    await seen(item);
    const parts = await index.textOf(number);
    told.textContent = "";
    words.forEach(function (word) {
      const part = parts.find(function (one) { return workshopSearch.spans(one[1], [word]).length; });
      if (!part) return;
      const line = element("div", index.data.kinds[part[0]] + "：");
      const first = workshopSearch.spans(part[1], [word])[0];
      const all = workshopSearch.spans(part[1], found.words);
      mark(line, part[1], all.filter(function (span) { return span[1] > first[0]; }), true);
      told.append(line);
    });
  }

  function row(number, found) {
    const item = element("li"), link = element("a"), facts = element("div", "", "rg-hits__facts"), mine = asked;
    link.href = place.dataset.site + "workshops/" + index.ids[number] + "/";
    item.append(link, facts);
    index.columns.forEach(function (column, at) {
      const bit = at + 1;
      if (column.key === "name") value(link, column, number, found, bit);
      else if (SHOWN.includes(column.key) && column.of[number] >= 0) {
        if (facts.childNodes.length) facts.append(" · ");
        value(facts, column, number, found, bit);
      } else if (tells(found, number, bit)) {
        const line = element("div", column.label + "：");
        value(line, column, number, found, bit);
        item.append(line);
      }
    });
    if (tells(found, number, 0)) {
      const line = element("div", "编号：");
      mark(line, index.ids[number], workshopSearch.spans(index.ids[number], found.words));
      item.append(line);
    }
    lines(item, number, found).catch(function (error) { if (mine === asked) failed(error); });
    return item;
  }

  function group(label, numbers, found, first) {
    const section = element("section"), title = element("h2", label + " "), list = element("ol", "", "rg-hits");
    title.append(element("span", String(numbers.length), "rg-count"));
    const more = element("button", "", "md-button rg-hits__more");
    more.type = "button";
    let shown = 0;
    function show(count) {
      const next = numbers.slice(shown, shown + count).map(function (number) { return row(number, found); });
      next.forEach(function (item) { list.append(item); });
      shown += next.length;
      more.textContent = "再看 " + Math.min(MORE, numbers.length - shown) + " 个";
      more.hidden = shown >= numbers.length;
      return next[0];
    }
    more.addEventListener("click", function () { show(MORE).querySelector("a").focus(); });
    show(first);
    section.append(title, list, more);
    return section;
  }

  function told(query, found) {
    const parts = [];
    found.groups.forEach(function (numbers, bit) { if (numbers.length) parts.push(index.labels[bit] + " " + numbers.length); });
    if (!found.total) return "没有找到“" + query + "”。";
    return "“" + query + "”找到 " + found.total + " 个工作室：" + parts.join("，") + "。";
  }

  function show(found) {
    place.textContent = "";
    found.groups.forEach(function (numbers, bit) {
      if (numbers.length) place.append(group(index.labels[bit], numbers, found, bit === index.text ? FIRST_TEXTS : FIRST));
    });
  }

  // What else might be found: each word alone, and years in the other digits.
  async function suggest(query, found, mine) {
    const digits = query.replace(/[〇零一二三四五六七八九]/g, function (one) { return one === "零" ? 0 : HAN.indexOf(one); });
    const han = query.replace(/[0-9]/g, function (one) { return HAN[one]; });
    const tries = [digits, han].concat(found.words.length > 1 ? found.words : []).filter(function (one, at, all) { return one !== query && all.indexOf(one) === at; });
    const counts = await Promise.all(tries.map(function (one) { return index.find(one); }));
    if (mine !== asked) return;
    const list = element("ul");
    tries.forEach(function (one, at) {
      if (!counts[at].total) return;
      const item = element("li"), link = element("a", one);
      link.href = "?kw=" + encodeURIComponent(one);
      item.append(link, "：" + counts[at].total + " 个");
      list.append(item);
    });
    if (list.childNodes.length) place.append(element("p", "可以试试："), list);
  }

  function failed(error) {
    if (!error.unloaded) throw error;
    status.textContent = "没有取到搜索用的文件。请看看网络，再试一次。";
  }

  async function run() {
    const query = box.value.trim(), mine = ++asked;
    document.title = (query ? query + " - " : "") + document.title.replace(/^.* - (?=搜索 - )/, "");
    help.hidden = false;
    if (!workshopSearch.wordsOf(query).length) {
      place.textContent = status.textContent = "";
      return;
    }
    try {
      if (!index) {
        status.textContent = "正在取搜索用的文件…";
        index = await workshopSearch.open(place.dataset.index);
        if (mine !== asked) return;
      }
      let shown = "";
      const found = await index.find(query, function (early) {
        shown = String(early.groups.map(String));
        if (early.total) { show(early); help.hidden = true; }
        status.textContent = "";
      });
      if (mine !== asked) return;
      if (String(found.groups.map(String)) !== shown || !found.total) show(found);
      help.hidden = found.total > 0;
      status.textContent = told(query, found);
      if (!found.total) await suggest(query, found, mine);
    } catch (error) {
      if (mine === asked) failed(error);
    }
  }

  function address() {
    const query = box.value.trim();
    return query ? "?kw=" + encodeURIComponent(query) : location.pathname;
  }

  function read() {
    box.value = new URLSearchParams(location.search).get("kw") || "";
    run();
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
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    if (address() !== location.search) history.pushState(null, "", address());
    run();
  });
  window.addEventListener("popstate", read);

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

  read();
})();
