// Reads the search index that generator/site/search/index.py writes: which workshops hold every word of a query, and where; and
// which other pages do. It knows nothing of the page that asks.
(function () {
  "use strict";
  window.workshopSearch = window.workshopSearch || {};
  const KEPT = 48; // files kept in memory
  const fold = workshopSearch.fold;

  class Index {
    constructor(data, get) {
      this.get = get;
      this.kinds = data.kinds;
      this.links = data.links;
      this.bodies = data.bodies;
      this.ids = [];
      data.ids.forEach(this.addIds, this);
      this.texts = new workshopSearch.Texts(data, get, this.ids.length);
      this.columns = workshopSearch.columns(data);
      this.labels = ["编号"].concat(this.columns.map(function (column) { return column.label; }), "正文");
      this.text = this.labels.length - 1;
    }

    addIds(run) {
      const digits = run[0].slice(2);
      for (let number = 0; number < run[1]; number++) this.ids.push("DL" + String(Number(digits) + number).padStart(digits.length, "0"));
    }

    column(key) { return this.columns.find(function (column) { return column.key === key; }); }

    // For each workshop the fields that hold a word, a bit each: the id, the columns in order.
    fields(word) {
      const masks = new Uint32Array(this.ids.length);
      this.ids.forEach(function (id, number) { if (id.toLowerCase().includes(word[0])) masks[number] = 1; });
      this.columns.forEach(function (column, place) {
        column.holders(word, function (number) { masks[number] |= 2 << place; });
      });
      return masks;
    }

    // What holds every word. `masks` tells for each word and workshop the fields, the full text as the last bit; `fields`
    // the workshops by the field they are told under; `papers` and `groups` are other pages: notices and forms, and lists
    // of a district, an industry and the like. `early`, if given, is called with what the short fields alone give.
    async find(query, early) {
      const words = workshopSearch.wordsOf(query);
      const masks = words.map(this.fields, this);
      if (early) early(this.grouped(words, masks));
      await Promise.all([this.addTexts(words, masks), this.addBodies(words)]);
      return this.grouped(words, masks);
    }

    // What the notices say, in the first query once.
    async addBodies(words) {
      if (!this.bodies || !words.length) return;
      const bodies = await this.get("notices.json");
      this.bodies = false;
      this.links.papers.forEach(function (page) {
        page.body = bodies[page.path] || [];
        page.said = page.body.map(fold);
      });
    }

    // Looks the words up in the full texts, the rarest first: what a word need not decide any more is not asked for.
    async addTexts(words, masks) {
      const counts = masks.map(countOf), known = new Set(), bit = 1 << this.text;
      const order = words.map(function (_, place) { return place; }).sort(function (one, two) { return counts[one] - counts[two]; });
      for (const place of order) {
        const open = this.ids.map(function (_, number) { return number; }).filter(function (number) {
          return !masks[place][number] && masks.every(function (mask, other) { return mask[number] || !known.has(other); });
        });
        known.add(place);
        if (!open.length) continue;
        const found = await this.texts.holders(words[place], open);
        found.forEach(function (number) { masks[place][number] |= bit; });
      }
    }

    // Each workshop once, under the first field that holds the rarest word; those that begin with it first. Of a
    // union that recommended none, the list of its district stands in where nothing else is found.
    grouped(words, masks) {
      const fields = this.labels.map(function () { return []; });
      const counts = masks.map(countOf);
      const rarest = counts.indexOf(Math.min.apply(null, counts));
      let total = 0;
      for (let number = 0; words.length && number < this.ids.length; number++) {
        if (!masks.every(function (mask) { return mask[number]; })) continue;
        fields[firstField(masks[rarest][number])].push(number);
        total++;
      }
      this.columns.forEach(function (column, place) {
        const begins = [], rest = [];
        fields[place + 1].forEach(function (number) {
          const value = column.folded[column.of[number]];
          (words[rarest].some(function (form) { return value.startsWith(form); }) ? begins : rest).push(number);
        });
        fields[place + 1] = begins.concat(rest);
      });
      const named = holding(this.links.papers, words), groups = holding(this.links.groups, words);
      const saying = holding(this.links.papers, words, true).filter(function (page) { return !named.includes(page); });
      const places = groups.length || total ? groups : holding(this.links.unions, words);
      return { words: words, masks: masks, fields: fields, total: total, papers: named.concat(saying), groups: places };
    }
  }

  // The other pages of a kind whose title, facts and names hold every word; with what they say, if it is to count.
  function holding(pages, words, whole) {
    return words.length ? pages.filter(function (page) {
      const told = page.words || (page.words = [page.title].concat(page.facts || [], page.names || []).map(fold));
      return words.every(function (word) {
        return word.some(function (form) { return told.concat(whole && page.said || []).some(function (text) { return text.includes(form); }); });
      });
    }) : [];
  }

  // In how many workshops a mask tells a field.
  function countOf(mask) { return mask.reduce(function (sum, bits) { return sum + (bits ? 1 : 0); }, 0); }

  // The first of the fields that a mask tells.
  function firstField(mask) { return 31 - Math.clz32(mask & -mask); }

  // Opens the index below an address. The short fields are asked for anew each time, all else by their version.
  // What does not come, or is not what it should be, is an error that is `unloaded`.
  async function open(base) {
    async function load(path, options) {
      try {
        const answer = await fetch(base + path, options);
        if (answer.ok) return await answer.json();
      } catch (error) { /* no network, or another page in its stead */ }
      throw Object.assign(new Error("no " + path), { unloaded: true });
    }
    const data = await load("short.json", { cache: "no-cache" }), kept = new Map();
    return new Index(data, function (path) {
      if (!kept.has(path)) {
        const asked = load(path + "?v=" + data.version);
        asked.catch(function () { kept.delete(path); });
        kept.set(path, asked);
        if (kept.size > KEPT) kept.delete(kept.keys().next().value);
      }
      return kept.get(path);
    });
  }

  Object.assign(workshopSearch, { open: open, firstField: firstField });
})();
