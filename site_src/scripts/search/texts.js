// The full texts of all workshops: which of them hold a word, by the small files that generator/site/search/index.py writes.
(function () {
  "use strict";
  window.workshopSearch = window.workshopSearch || {};
  const STEP = 7919, PLACES = 1048576, LONGEST = 5; // as in generator/site/search/index.py
  const AT_ONCE = 3; // files asked for at once for one word
  const FEW = 4; // workshops that are rather read than looked up in a further file
  const numbers = workshopSearch.numbers, fold = workshopSearch.fold;

  function ascending(letters) {
    let last = -1;
    return numbers(letters).map(function (step) { return (last += step); });
  }

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

  class Texts {
    // `data` is short.json, `get` gives a file of the index, `count` is how many workshops there are: what many of them share
    // is numbered after them.
    constructor(data, get, count) {
      this.count = count;
      this.data = data;
      this.get = get;
      this.alone = new Map(data.alone.map(function (gram, number) { return [gram, data.shards + number]; }));
      this.frequent = new Set(data.frequent);
    }

    // The full text of a workshop: [kind, text] for each part.
    async of(number) {
      const block = await this.get("texts/" + Math.floor(number / this.data.block) + ".json");
      return block[number % this.data.block];
    }

    // The numbers of the workshops whose full text holds a word in one of its forms; of those that are not `open` any may lack.
    async holders(word, open) {
      if (open.length <= FEW) return this.readers(open, word);
      const wanted = new Set(open), count = this.count;
      const found = await Promise.all(word.map(function (form) { return this.holdersOf(form, wanted); }, this));
      const all = Array.from(new Set([].concat.apply([], found)));
      const own = all.filter(function (number) { return number < count; }), parts = all.filter(function (number) { return number >= count; });
      return [].concat.apply(own, await Promise.all(parts.map(this.sharers, this)));
    }

    // The workshops that have a shared part.
    async sharers(number) {
      let place = number - this.count, file = 0;
      while (place >= this.data.shared[file]) place -= this.data.shared[file++];
      return ascending((await this.get("shared/" + file + ".json"))[place]);
    }

    async readers(candidates, word) {
      const texts = await Promise.all(candidates.map(this.of, this));
      return candidates.filter(function (_, place) {
        return texts[place].some(function (part) {
          const folded = fold(part[1]);
          return word.some(function (form) { return folded.includes(form); });
        });
      });
    }

    // Those that hold a form of a word, and the shared parts that do. Files that are large are asked for last, one by one, and
    // only while more workshops are left than can be read.
    async holdersOf(form, wanted) {
      const characters = Array.from(form), alone = this.alone, count = this.count;
      if (characters.length === 1 || this.frequent.has(form)) return ascending((await this.postings(form)) || "");
      const cover = this.cover(characters).sort(function (one, two) { return (alone.get(one[1]) || 0) - (alone.get(two[1]) || 0); });
      let keys = null, left = [];
      while (cover.length) {
        const some = cover.splice(0, alone.has(cover[0][1]) ? 1 : AT_ONCE);
        const found = await Promise.all(some.map(function (item) { return this.postings(item[1]); }, this));
        some.forEach(function (item, place) { keys = both(keys, placesOf(found[place] || " ", item[0])); });
        left = workshopsOf(keys).filter(function (number) { return number >= count || wanted.has(number); });
        if (!left.length) return left;
        if (cover.length && left.length <= FEW && left[left.length - 1] < count) return this.readers(left, [form]);
      }
      return left;
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

    async postings(gram) {
      let hashed = 0;
      Array.from(gram).forEach(function (character) { hashed = (hashed * STEP + character.codePointAt(0)) % 2147483647; });
      const shard = this.alone.has(gram) ? this.alone.get(gram) : hashed % this.data.shards;
      if (!(shard >= 0)) return "";
      return (await this.get("shards/" + shard + ".json"))[gram];
    }
  }

  workshopSearch.Texts = Texts;
})();
