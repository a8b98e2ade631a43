// What to try where nothing was found: what people mistype most, as queries that find something.
(function () {
  "use strict";
  window.workshopSearch = window.workshopSearch || {};
  const MOST = 3; // names that sound alike
  const MARKS = /[，、；。：！？…,;:!?/／|｜+＋＆&—]+/g;
  const ENDS = [
    [/^(.{2,}?)(?:劳模|职工)?(?:创新)?工作室(?:联盟)?$/, "去掉“工作室”："],
    [/^(.{2,}?)(?:集团)?(?:股份|控股)?(?:有限责任|有限)?公司$/, "去掉“公司”："],
  ];
  const HAN = /^[\u3400-\u9fff]{2,8}$/;

  // The queries that might have been meant, each with why.
  function changed(query) {
    const parted = query.replace(MARKS, " ").trim();
    const tries = [[parted, "标点当作空格："]];
    let kept = parted;
    ENDS.forEach(function (end) {
      kept = kept.split(/\s+/).map(function (word) { return word.replace(end[0], "$1"); }).join(" ");
      tries.push([kept, end[1]]);
    });
    return tries;
  }

  // The syllable of each character of a word; null if one is not known.
  async function syllables(index, word) {
    const characters = Array.from(word);
    let known = index.column("name").usual;
    if (!characters.every(function (one) { return known.has(one); })) {
      const common = await index.get("readings.json");
      known = new Map(known);
      Object.keys(common).forEach(function (syllable) {
        Array.from(common[syllable]).forEach(function (one) { if (!known.has(one)) known.set(one, syllable); });
      });
    }
    const read = characters.map(function (one) { return known.get(one); });
    return read.every(Boolean) ? read : null;
  }

  // What stands in names and units and is read like a word, but written otherwise.
  async function alike(index, word) {
    const read = HAN.test(word) ? await syllables(index, word) : null, found = [];
    if (!read) return found;
    const sound = " " + read.join(" ");
    index.columns.forEach(function (column) {
      if (!column.spoken) return;
      column.sounds.forEach(function (heard, place) {
        if (!heard.includes(sound)) return;
        const reading = column.reading(place), characters = Array.from(column.folded[place]);
        for (let first = 0; first + read.length <= reading.length; first++) {
          if (!read.every(function (syllable, at) { return reading[first + at] === syllable; })) continue;
          const written = characters.slice(first, first + read.length).join("");
          if (written !== word && !found.includes(written)) found.push(written);
        }
      });
    });
    return found.slice(0, MOST);
  }

  // The same with each word in turn as what sounds like it.
  async function homophones(index, query) {
    const words = query.split(/\s+/), tries = [];
    for (let at = 0; at < words.length; at++) {
      (await alike(index, words[at])).forEach(function (written) {
        tries.push([words.map(function (word, place) { return place === at ? written : word; }).join(" "), "读音相同的："]);
      });
    }
    return tries;
  }

  function key(query) { return workshopSearch.wordsOf(query).map(function (word) { return word[0]; }).join(" "); }

  // Those of the tries that are not the query itself and find something, each once.
  async function counted(index, query, tries) {
    const known = [key(query)], told = [];
    for (const one of tries) {
      if (known.includes(key(one[0]))) continue;
      known.push(key(one[0]));
      const found = await index.find(one[0]);
      if (found.total) told.push({ query: one[0], why: one[1], total: found.total });
    }
    return told;
  }

  // For a query that finds nothing: others that find something, each with why it was tried and what it finds.
  async function suggest(index, query) {
    const tries = changed(query), told = await counted(index, query, tries);
    if (told.length) return told;
    const sounding = [];
    for (const one of workshopSearch.unique([query].concat(tries.map(function (it) { return it[0]; })))) {
      sounding.push.apply(sounding, await homophones(index, one));
    }
    const heard = await counted(index, query, sounding);
    if (heard.length) return heard;
    const words = tries[tries.length - 1][0].split(/\s+/);
    return counted(index, query, words.length > 1 ? words.map(function (word) { return [word, "只找："]; }) : []);
  }

  workshopSearch.suggest = suggest;
})();
