// Reads the search index that generator/search.py writes: which workshops hold every word of a query, and where.
// It knows nothing of the page. Words are compared as generator/search_fields.py folds them.
(function () {
  "use strict";
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const STEP = 7919, PLACES = 1048576, LONGEST = 4; // as in generator/search.py
  const AT_ONCE = 3; // files asked for at once for one word
  const FEW = 4; // workshops that are rather read than looked up further
  const KEPT = 48; // files kept in memory
  const LEADER = "\u0001"; // in a name, its own leader's
  const READ = ["name", "former", "leader", "unit"]; // the columns that are searched by pinyin too
  const UNSEEN = /[\s\u001c-\u001f\u0085\u00ad\u2000-\u200f\u2060-\u2064]/g;
  const PLAIN = /^[a-z0-9\u4e00-\u9fff]*$/;

  const value = new Uint8Array(128);
  Array.from(LETTERS).forEach(function (letter, number) { value[letter.charCodeAt(0)] = number; });

  // The numbers that generator/search_columns.py wrote as letters.
  function numbers(letters) {
    const found = [];
    let number = 0, shift = 0;
    for (let place = 0; place < letters.length; place++) {
      const digit = value[letters.charCodeAt(place)];
      number |= (digit & 31) << shift;
      if (digit & 32) { shift += 5; continue; }
      found.push(number);
      number = shift = 0;
    }
    return found;
  }

  const folds = new Map(); // few characters, many times
  function foldCharacter(character) {
    if (!folds.has(character)) folds.set(character, character.normalize("NFKC").toLowerCase().replace(UNSEEN, ""));
    return folds.get(character);
  }
  function fold(text) { return PLAIN.test(text) ? text : Array.from(text).map(foldCharacter).join(""); }
  function foldParts(text) { return text.split("\t").map(fold).join("\n"); }

  // The words of a query: all must be found.
  function wordsOf(query) {
    const words = query.split(/\s+/).map(fold).filter(function (word) { return word; });
    return words.filter(function (word, place) { return words.indexOf(word) === place; });
  }

  // As a word of pinyin or of initials; empty if it cannot be one.
  function spelling(word) {
    const letters = word.replace(/['’]/g, "").replace(/ü/g, "v");
    return /^[a-z]{2,}$/.test(letters) ? letters : "";
  }

  // From which syllable to which a spelling goes: in full from the beginning of a syllable, else by initials; or null.
  function spelt(reading, letters) {
    for (let first = 0; first < reading.length; first++) {
      if (!reading[first] || reading[first][0] !== letters[0]) continue;
      let text = "", last = first;
      while (last < reading.length && text.length < letters.length) text += reading[last++];
      if (text.startsWith(letters)) return [first, last];
    }
    const spoken = [];
    reading.forEach(function (syllable, place) { if (syllable) spoken.push(place); });
    const found = spoken.map(function (place) { return reading[place][0]; }).join("").indexOf(letters);
    return found < 0 ? null : [spoken[found], spoken[found + letters.length - 1] + 1];
  }

  // A reading as text: ` wang jian qiang`, a tab, `wjq`; and what a spelling looks like in such a text.
  function heard(reading) {
    let full = "", initials = "";
    for (let place = 0; place < reading.length; place++) {
      if (!reading[place]) continue;
      full += " " + reading[place];
      initials += reading[place][0];
    }
    return full + "\t" + initials;
  }
  function sound(letters) { return new RegExp(" " + letters.split("").join(" ?") + "|\t[a-z0-9]*" + letters); }

  // One field of all workshops: `values` once each (its parts between tabs), `of` the place of each workshop's value or -1.
  class Column {
    constructor(data, alphabet) {
      this.key = data.key;
      this.label = data.label;
      this.unusual = data.unusual;
      this.values = numbers(data.values).map(function (rank) { return alphabet[rank]; }).join("").split("\n");
      let next = 0;
      this.of = Int32Array.from(numbers(data.of), function (code) { return code === 1 ? next++ : code - 2; });
      this.of.forEach(function (place, number, of) { if (place < 0) of[number] = -1; });
      this.patterns = null;
    }

    // Puts the leaders' names into the values that stand for many.
    fill(leaders) {
      const seen = new Map(), values = [], patterns = [], of = this.of, written = this.values;
      of.forEach(function (place, number) {
        if (place < 0) return;
        const leader = written[place].includes(LEADER) ? leaders.of[number] : -1;
        const key = place + " " + leader;
        if (!seen.has(key)) {
          seen.set(key, values.length);
          values.push(leader < 0 ? written[place] : written[place].split(LEADER).join(leaders.values[leader]));
          patterns.push([written[place], place, leader]);
        }
        of[number] = seen.get(key);
      });
      this.values = values;
      this.patterns = patterns;
    }

    get folded() {
      if (!this.foldedValues) this.foldedValues = this.values.map(foldParts);
      return this.foldedValues;
    }

    // Which values a test holds for, as the workshops that have one of them.
    each(test, tell) {
      const held = new Uint8Array(this.values.length);
      for (let place = 0; place < held.length; place++) held[place] = test(place) ? 1 : 0;
      for (let number = 0; number < this.of.length; number++) if (this.of[number] >= 0 && held[this.of[number]]) tell(number);
    }
  }

  class Index {
    constructor(data, get) {
      this.get = get;
      this.data = data;
      this.alone = new Map(data.alone.map(function (gram, number) { return [gram, data.shards + number]; }));
      this.frequent = new Set(data.frequent);
      this.ids = [];
      data.ids.forEach(this.addIds, this);
      const alphabet = Array.from(data.alphabet);
      this.columns = data.columns.map(function (column) { return new Column(column, alphabet); });
      this.leaders = this.columns.find(function (column) { return column.key === "leader"; });
      this.columns.filter(function (column) { return column.key === "name" || column.key === "former"; }).forEach(function (column) { column.fill(this.leaders); }, this);
      const readings = data.usual.readings.split(" ");
      this.usual = new Map(Array.from(data.usual.characters).map(function (character, place) { return [character, readings[place]]; }));
      this.labels = ["编号"].concat(this.columns.map(function (column) { return column.label; }), "正文");
      this.text = this.labels.length - 1;
    }

    addIds(run) {
      const digits = run[0].slice(2);
      for (let number = 0; number < run[1]; number++) this.ids.push("DL" + String(Number(digits) + number).padStart(digits.length, "0"));
    }

    // The syllable of each character of a value of a column.
    reading(column, place) {
      if (!column.patterns) return this.read(column, column.values[place], place);
      const pattern = column.patterns[place], read = this.read(column, pattern[0], pattern[1]);
      if (pattern[2] < 0) return read;
      const leader = this.reading(this.leaders, pattern[2]);
      return [].concat.apply([], read.map(function (syllable) { return syllable === LEADER ? leader : syllable; }));
    }

    // As `reading`, but as the text that a spelling is looked for in.
    heard(column, place) {
      if (!column.patterns) return heard(this.reading(column, place));
      const pattern = column.patterns[place], patterns = column.heardPatterns || (column.heardPatterns = new Map());
      if (!patterns.has(pattern[1])) patterns.set(pattern[1], heard(this.read(column, pattern[0], pattern[1])));
      if (pattern[2] < 0) return patterns.get(pattern[1]);
      const leader = this.heard(this.leaders, pattern[2]).split("\t");
      return patterns.get(pattern[1]).split("\t").map(function (half, at) { return half.split(at ? LEADER : " " + LEADER).join(leader[at]); }).join("\t");
    }

    // The syllables of a value as it is written, kept: many names are written with their leader left out.
    read(column, text, place) {
      if (!column.readings) column.readings = new Map();
      if (!column.readings.has(place)) {
        const usual = this.usual;
        const found = Array.from(foldParts(text), function (character) {
          return usual.get(character) || (character === LEADER || /[a-z0-9]/.test(character) ? character : "");
        });
        (column.unusual[place] || "").split(" ").filter(Boolean).forEach(function (word) {
          const at = parseInt(word, 10);
          found[at] = word.slice(String(at).length);
        });
        column.readings.set(place, found);
      }
      return column.readings.get(place);
    }

    // For each workshop the fields that hold a word, a bit each: the id, the columns in order.
    fields(word) {
      const masks = new Uint32Array(this.ids.length), letters = spelling(word), like = letters && sound(letters), index = this;
      this.ids.forEach(function (id, number) { if (id.toLowerCase().includes(word)) masks[number] = 1; });
      this.columns.forEach(function (column, place) {
        const bit = 2 << place, folded = column.folded;
        column.each(function (at) { return folded[at].includes(word); }, function (number) { masks[number] |= bit; });
        if (!letters || !READ.includes(column.key)) return;
        if (!column.heard) column.heard = column.values.map(function (_, at) { return index.heard(column, at); });
        column.each(function (at) { return like.test(column.heard[at]); }, function (number) { masks[number] |= bit; });
      });
      return masks;
    }

    // The numbers of the workshops whose full text holds a word.
    async holders(word) {
      const characters = Array.from(word);
      if (characters.length === 1 || this.frequent.has(word)) {
        let last = -1;
        return numbers((await this.postings(word)) || "").map(function (step) { return (last += step); });
      }
      const cover = this.cover(characters);
      let keys = null;
      for (let done = 0; done < cover.length; done += AT_ONCE) {
        const some = cover.slice(done, done + AT_ONCE);
        const found = await Promise.all(some.map(function (item) { return this.postings(item[1]); }, this));
        some.forEach(function (item, place) { keys = both(keys, placesOf(found[place] || " ", item[0])); });
        const numbersLeft = workshopsOf(keys);
        if (done + AT_ONCE >= cover.length || !numbersLeft.length) return numbersLeft;
        if (numbersLeft.length <= FEW) return this.readers(numbersLeft, word);
      }
      return workshopsOf(keys);
    }

    // As few grams as cover a word, each with its place in it. A frequent one has no places; it stands in longer ones.
    cover(characters) {
      const found = [], frequent = this.frequent;
      function stands(gram) {
        const inner = Array.from(gram);
        return !frequent.has(gram) && (inner.length === 2 || frequent.has(inner.slice(1).join("")) || frequent.has(inner.slice(0, -1).join("")));
      }
      for (let covered = 0; covered < characters.length;) {
        let best = null;
        for (let first = Math.max(0, covered - LONGEST + 1); first <= covered; first++) {
          for (let end = first + 2; end <= Math.min(first + LONGEST, characters.length); end++) {
            const gram = characters.slice(first, end).join("");
            if (end > covered && (!best || end > best[2]) && stands(gram)) best = [first, gram, end];
          }
        }
        found.push(best);
        covered = best[2];
      }
      return found;
    }

    async readers(candidates, word) {
      const texts = await Promise.all(candidates.map(this.textOf, this));
      return candidates.filter(function (_, place) { return texts[place].some(function (part) { return fold(part[1]).includes(word); }); });
    }

    async postings(gram) {
      let hashed = 0;
      Array.from(gram).forEach(function (character) { hashed = (hashed * STEP + character.codePointAt(0)) % 2147483647; });
      const shard = this.alone.has(gram) ? this.alone.get(gram) : hashed % this.data.shards;
      if (!(shard >= 0)) return "";
      return (await this.get("shards/" + shard + ".json"))[gram];
    }

    // The full text of a workshop: [kind, text] for each part.
    async textOf(number) {
      const block = await this.get("texts/" + Math.floor(number / this.data.block) + ".json");
      return block[number % this.data.block];
    }

    // The workshops that hold every word. `masks` tells for each word and workshop the fields, the full text as the last bit.
    // `early`, if given, is called with what the short fields alone give.
    async find(query, early) {
      const words = wordsOf(query);
      const masks = words.map(this.fields, this);
      if (early) early(this.grouped(words, masks));
      await this.addTexts(words, masks);
      return this.grouped(words, masks);
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
        const found = await (open.length <= FEW ? this.readers(open, words[place]) : this.holders(words[place]));
        found.forEach(function (number) { masks[place][number] |= bit; });
      }
    }

    // Each workshop once, in the group of the first field that holds the rarest word; those that begin with it first.
    grouped(words, masks) {
      const groups = this.labels.map(function () { return []; });
      const counts = masks.map(countOf);
      const rarest = counts.indexOf(Math.min.apply(null, counts));
      let total = 0;
      for (let number = 0; words.length && number < this.ids.length; number++) {
        if (!masks.every(function (mask) { return mask[number]; })) continue;
        groups[firstField(masks[rarest][number])].push(number);
        total++;
      }
      this.columns.forEach(function (column, place) {
        const begins = [], rest = [];
        groups[place + 1].forEach(function (number) { (column.folded[column.of[number]].startsWith(words[rarest]) ? begins : rest).push(number); });
        groups[place + 1] = begins.concat(rest);
      });
      return { words: words, masks: masks, groups: groups, total: total };
    }

    // A workshop's value of a field, in parts, with how each part is read.
    parts(column, number) {
      const place = column.of[number];
      if (place < 0) return [];
      const reading = READ.includes(column.key) ? this.reading(column, place) : null;
      let start = 0;
      return column.values[place].split("\t").map(function (text) {
        const length = Array.from(fold(text)).length, first = start;
        start += length + 1;
        return { text: text, reading: reading && reading.slice(first, first + length) };
      });
    }
  }

  // In how many workshops a mask tells a field.
  function countOf(mask) { return mask.reduce(function (sum, bits) { return sum + (bits ? 1 : 0); }, 0); }

  // The first of the fields that a mask tells.
  function firstField(mask) { return 31 - Math.clz32(mask & -mask); }

  // The places of a gram, moved back by where in the word it stands.
  function placesOf(postings, offset) {
    const halves = postings.split(" "), workshops = numbers(halves[0]), steps = numbers(halves[1]);
    const keys = new Float64Array(workshops.length);
    let number = -1, place = 0;
    workshops.forEach(function (step, at) {
      number += step;
      place = step ? steps[at] : place + steps[at];
      keys[at] = number * PLACES + place - offset;
    });
    return keys;
  }

  // What two ascending rows have in common.
  function both(one, two) {
    if (!one) return two;
    let first = 0, second = 0, count = 0;
    const found = new Float64Array(Math.min(one.length, two.length));
    while (first < one.length && second < two.length) {
      if (one[first] === two[second]) { found[count++] = one[first++]; second++; }
      else if (one[first] < two[second]) first++;
      else second++;
    }
    return found.subarray(0, count);
  }

  function workshopsOf(keys) {
    const found = [];
    keys.forEach(function (key) {
      const number = Math.floor(key / PLACES);
      if (found[found.length - 1] !== number) found.push(number);
    });
    return found;
  }

  // Where words stand in a text as it is written: [from, to] in its characters, in order, none within another.
  function spans(text, words, reading) {
    const origin = [], folded = [];
    Array.from(text).forEach(function (character, place) {
      Array.from(foldCharacter(character)).forEach(function (one) { folded.push(one); origin.push(place); });
    });
    const found = [];
    words.forEach(function (word) {
      const characters = Array.from(word), last = folded.length - characters.length;
      let met = false;
      for (let first = 0; first <= last; first++) {
        if (characters.every(function (one, place) { return folded[first + place] === one; })) {
          found.push([origin[first], origin[first + characters.length - 1] + 1]);
          met = true;
        }
      }
      const range = !met && reading && spelling(word) && spelt(reading, spelling(word));
      if (range) found.push([origin[range[0]], origin[range[1] - 1] + 1]);
    });
    return found.sort(function (one, two) { return one[0] - two[0]; }).reduce(function (merged, span) {
      const before = merged[merged.length - 1];
      if (before && span[0] <= before[1]) before[1] = Math.max(before[1], span[1]);
      else merged.push(span);
      return merged;
    }, []);
  }

  // Opens the index below an address. The short fields are asked for anew each time, all else by their version.
  async function open(base) {
    async function load(path, options) {
      const answer = await fetch(base + path, options).catch(function () { return null; });
      if (!answer || !answer.ok) throw Object.assign(new Error("no " + path), { unloaded: true });
      return answer.json();
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

  window.workshopSearch = { open: open, fold: fold, wordsOf: wordsOf, firstField: firstField, spans: spans };
})();
