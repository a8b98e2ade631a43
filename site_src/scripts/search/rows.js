// What is found, as rows for the search page and for the box of every page. Texts of records go in by textContent only.
(function () {
  "use strict";
  window.workshopSearch = window.workshopSearch || {};
  const BEFORE = 14, AFTER = 36;
  const SHOWN = ["name", "leader", "unit", "district"];
  const STATUSES = { "整改中": "rectifying", "已撤销": "revoked", "已终止": "ended" };
  const spansOf = workshopSearch.spans;

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

  // What stands around the further parts of a value.
  function further(key) {
    if (key === "district" || key === "zone") return ["（旧称", "）"];
    return key === "industry" ? ["（", "）"] : ["，", ""];
  }

  // Rows of what was found in an index, with links below `site`.
  class Rows {
    constructor(index, found, site) {
      this.index = index;
      this.found = found;
      this.site = site;
    }

    // The groups of results in order, each with its `items`, where one leads to (`address`), and what tells it: `tell` puts its
    // name into `name` and the rest into `into`, and may give a promise.
    groups() {
      const site = this.site, index = this.index, found = this.found;
      function path(page) { return site + page.path; }
      function workshop(number) { return site + "workshops/" + index.ids[number] + "/"; }
      const groups = [
        { key: "papers", label: "通知和表格", items: found.papers, address: path, tell: this.paper.bind(this) },
        { key: "groups", label: "按分类的列表", items: found.groups, address: path, tell: this.group.bind(this) },
      ].concat(found.fields.map(function (numbers, bit) {
        const key = bit === index.text ? "texts" : "field" + bit;
        return { key: key, label: index.labels[bit], items: numbers, address: workshop, tell: this.workshop.bind(this) };
      }, this));
      return groups.filter(function (group) { return group.items.length; });
    }

    // Whether a field is the first that holds some word, and is therefore shown.
    tells(number, bit) {
      return this.found.masks.some(function (mask) { return mask[number] && workshopSearch.firstField(mask[number]) === bit; });
    }

    // A value with its matches marked: its first part always, but of notices, and what matches of the others.
    value(into, column, number, bit) {
      const held = this.found.masks.some(function (mask) { return mask[number] >>> bit & 1; });
      const words = held ? this.found.words : [];
      let some = false;
      column.parts(number).forEach(function (part, at) {
        const spans = spansOf(part.text, words, part.reading);
        if ((at || column.key === "notice") && !spans.length) return;
        const around = some ? further(column.key) : ["", ""];
        some = true;
        into.append(around[0]);
        mark(into, part.text, spans);
        into.append(around[1]);
      });
    }

    // A workshop: its status, its facts and what else matches.
    workshop(number, name, into) {
      const index = this.index, facts = element("div", "", "rg-hits__facts"), status = index.column("status").parts(number)[0].text;
      if (STATUSES[status]) into.append(" ", element("span", status, "rg-status rg-status-" + STATUSES[status]));
      into.append(facts);
      index.columns.forEach(function (column, at) {
        if (column.key === "name") this.value(name, column, number, at + 1);
        else if (SHOWN.includes(column.key) && column.of[number] >= 0) {
          if (facts.childNodes.length) facts.append(" · ");
          this.value(facts, column, number, at + 1);
        } else if (this.tells(number, at + 1)) {
          const line = element("div", column.label + "：");
          this.value(line, column, number, at + 1);
          into.append(line);
        }
      }, this);
      if (this.tells(number, 0)) {
        const line = element("div", "编号：");
        mark(line, index.ids[number], spansOf(index.ids[number], this.found.words));
        into.append(line);
      }
      return this.lines(number, into);
    }

    // The lines of a full text that hold words which no short field of the workshop holds. Their place is kept till they come.
    async lines(number, into) {
      const index = this.index, found = this.found, short = (1 << index.text) - 1;
      const words = found.words.filter(function (_, at) { return !(found.masks[at][number] & short); });
      if (!words.length) return;
      const lines = words.map(function () { return element("div", "…", "rg-hits__text"); });
      lines.forEach(function (line) { into.append(line); });
      await seen(lines[0]);
      const told = [], parts = await index.texts.of(number).catch(function (error) {
        lines.forEach(function (line) { line.textContent = "这一段没有取到。"; });
        throw error;
      });
      words.forEach(function (word, at) {
        const part = parts.find(function (one) { return spansOf(one[1], [word]).length; });
        if (!part || told.includes(part)) { lines[at].remove(); return; }
        told.push(part);
        lines[at].textContent = index.kinds[part[0]] + "：";
        const first = spansOf(part[1], [word])[0];
        mark(lines[at], part[1], spansOf(part[1], found.words).filter(function (span) { return span[1] > first[0]; }), true);
      });
    }

    // A notice or a form: its facts, and of what it says the name or the piece that matches.
    paper(page, name, into) {
      const words = this.found.words, facts = element("div", "", "rg-hits__facts");
      mark(name, page.title, spansOf(page.title, words));
      page.facts.forEach(function (fact, at) {
        if (at) facts.append(" · ");
        mark(facts, fact, spansOf(fact, words));
      });
      into.append(facts);
      const names = page.names || [], missing = words.filter(function (word) {
        return ![page.title].concat(page.facts).some(function (one) { return spansOf(one, [word]).length; });
      });
      const found = missing.length && names.concat(page.body || []).find(function (one) { return spansOf(one, missing).length; });
      if (!found) return;
      const line = element("div", names.includes(found) ? "名单里有：" : "正文：");
      mark(line, found, spansOf(found, words), true);
      into.append(line);
    }

    // The list of all workshops of a district, an industry and the like.
    group(page, name, into) {
      const words = this.found.words;
      mark(name, page.title, spansOf(page.title, words));
      into.append(" ", element("span", page.kind + "，" + page.count + " 个工作室", "rg-count"));
      if (page.note) {
        const note = element("div", "", "rg-hits__facts");
        mark(note, page.note, spansOf(page.note, words));
        into.append(note);
      }
    }
  }

  Object.assign(workshopSearch, { element: element, Rows: Rows });
})();
