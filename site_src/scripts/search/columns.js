// The short fields of all workshops, as generator/site/search/columns.py writes them, and how they are read aloud.
(function () {
  "use strict";
  window.workshopSearch = window.workshopSearch || {};
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const LEADER = "\u0001"; // in a name, its own leader's
  const NAMED = ["name", "former"];
  const READ = NAMED.concat("leader", "unit"); // the columns that are searched by pinyin too
  const fold = workshopSearch.fold;

  const digit = new Uint8Array(128);
  Array.from(LETTERS).forEach(function (letter, number) { digit[letter.charCodeAt(0)] = number; });

  // The numbers that generator/site/search/columns.py wrote as letters.
  function numbers(letters) {
    const found = [];
    let number = 0, shift = 0;
    for (let place = 0; place < letters.length; place++) {
      const bits = digit[letters.charCodeAt(place)];
      number |= (bits & 31) << shift;
      if (bits & 32) { shift += 5; continue; }
      found.push(number);
      number = shift = 0;
    }
    return found;
  }

  function foldParts(text) { return text.split("\t").map(fold).join("\n"); }

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
  // `usual`: the reading that most characters have.
  class Column {
    constructor(data, alphabet, usual) {
      this.key = data.key;
      this.label = data.label;
      this.unusual = data.unusual;
      this.usual = usual;
      this.values = numbers(data.values).map(function (rank) { return alphabet[rank]; }).join("").split("\n");
      let next = 0;
      this.of = Int32Array.from(numbers(data.of), function (code) { return code === 1 ? next++ : code - 2; });
      this.of.forEach(function (place, number, of) { if (place < 0) of[number] = -1; });
      this.spoken = READ.includes(data.key);
      this.patterns = null;
      this.readings = new Map();
      this.heardPatterns = new Map();
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
      this.leaders = leaders;
      this.values = values;
      this.patterns = patterns;
    }

    get folded() {
      if (!this.foldedValues) this.foldedValues = this.values.map(foldParts);
      return this.foldedValues;
    }

    // All values as they sound.
    get sounds() {
      if (!this.heardValues) this.heardValues = this.values.map(function (_, place) { return this.heard(place); }, this);
      return this.heardValues;
    }

    // Which values a test holds for, as the workshops that have one of them.
    each(test, tell) {
      const held = new Uint8Array(this.values.length);
      for (let place = 0; place < held.length; place++) held[place] = test(place) ? 1 : 0;
      for (let number = 0; number < this.of.length; number++) if (this.of[number] >= 0 && held[this.of[number]]) tell(number);
    }

    // Tells the workshops that hold a word, in one of its forms or as it is spelt.
    holders(word, tell) {
      const folded = this.folded, letters = this.spoken && workshopSearch.spelling(word[0]);
      this.each(function (at) { return word.some(function (form) { return folded[at].includes(form); }); }, tell);
      if (!letters) return;
      const like = sound(letters), sounds = this.sounds;
      this.each(function (at) { return like.test(sounds[at]); }, tell);
    }

    // The syllable of each character of a value.
    reading(place) {
      if (!this.patterns) return this.read(this.values[place], place);
      const pattern = this.patterns[place], read = this.read(pattern[0], pattern[1]);
      if (pattern[2] < 0) return read;
      const leader = this.leaders.reading(pattern[2]);
      return [].concat.apply([], read.map(function (syllable) { return syllable === LEADER ? leader : syllable; }));
    }

    // As `reading`, but as the text that a spelling is looked for in.
    heard(place) {
      if (!this.patterns) return heard(this.reading(place));
      const pattern = this.patterns[place], patterns = this.heardPatterns;
      if (!patterns.has(pattern[1])) patterns.set(pattern[1], heard(this.read(pattern[0], pattern[1])));
      if (pattern[2] < 0) return patterns.get(pattern[1]);
      const leader = this.leaders.sounds[pattern[2]].split("\t");
      return patterns.get(pattern[1]).split("\t").map(function (half, at) { return half.split(at ? LEADER : " " + LEADER).join(leader[at]); }).join("\t");
    }

    // The syllables of a value as it is written, kept: many names are written with their leader left out.
    read(text, place) {
      if (!this.readings.has(place)) {
        const usual = this.usual;
        const found = Array.from(foldParts(text), function (character) {
          return usual.get(character) || (character === LEADER || /[a-z0-9]/.test(character) ? character : "");
        });
        (this.unusual[place] || "").split(" ").filter(Boolean).forEach(function (word) {
          const at = parseInt(word, 10);
          found[at] = word.slice(String(at).length);
        });
        this.readings.set(place, found);
      }
      return this.readings.get(place);
    }

    // A workshop's value in parts, with how each part is read.
    parts(number) {
      const place = this.of[number];
      if (place < 0) return [];
      const reading = this.spoken ? this.reading(place) : null;
      let start = 0;
      return this.values[place].split("\t").map(function (text) {
        const length = Array.from(fold(text)).length, first = start;
        start += length + 1;
        return { text: text, reading: reading && reading.slice(first, first + length) };
      });
    }
  }

  // All columns in order; `data` is short.json.
  function columns(data) {
    const alphabet = Array.from(data.alphabet), syllables = data.usual.readings.split(" ");
    const usual = new Map(Array.from(data.usual.characters).map(function (character, place) { return [character, syllables[place]]; }));
    const made = data.columns.map(function (column) { return new Column(column, alphabet, usual); });
    const leaders = made.find(function (column) { return column.key === "leader"; });
    made.filter(function (column) { return NAMED.includes(column.key); }).forEach(function (column) { column.fill(leaders); });
    return made;
  }

  Object.assign(workshopSearch, { numbers: numbers, columns: columns });
})();
