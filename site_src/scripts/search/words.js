// How words are written to be compared, as generator/site/search/words.py does, and where they stand in a text.
(function () {
  "use strict";
  window.workshopSearch = window.workshopSearch || {};
  const UNSEEN = /[\s\u001c-\u001f\u0085\u00ad\u2000-\u200f\u2060-\u2064"'‘’‚‛“”„‟‹›«»〈〉《》「」『』〝〞〟]/g;
  const ALIKE = { "(": "[【〔〖", ")": "]】〕〗", "-": "‐‒–—―−", "·": "•‧・∙⋅", "〇": "○◯零" };
  const PLAIN = /^[a-z0-9\u4e00-\u96f5\u96f7-\u9fff]*$/; // all but 零
  const HAN = "〇一二三四五六七八九";

  const folds = new Map(); // few characters, many times
  Object.keys(ALIKE).forEach(function (one) {
    Array.from(ALIKE[one]).forEach(function (sign) { folds.set(sign, one); });
  });
  function foldCharacter(character) {
    if (!folds.has(character)) {
      const plain = character.normalize("NFKC").toLowerCase().replace(UNSEEN, "");
      folds.set(character, plain === character ? plain : fold(plain));
    }
    return folds.get(character);
  }
  function fold(text) { return PLAIN.test(text) ? text : Array.from(text).map(foldCharacter).join(""); }

  function unique(all) { return all.filter(function (one, place) { return all.indexOf(one) === place; }); }

  // The ways to write a word that are the same: its years in either digits, and a day as pages write it.
  function forms(word) {
    const arabic = word.replace(/[〇一二三四五六七八九]+/g, function (run) {
      return /^(一九|二〇)..$/.test(run) ? Array.from(run, function (one) { return HAN.indexOf(one); }).join("") : run;
    });
    const han = arabic.replace(/[0-9]+/g, function (run) {
      return /^(19|20)..$/.test(run) ? Array.from(run, function (one) { return HAN[one]; }).join("") : run;
    });
    const day = /^((?:19|20)[0-9]{2})[-./年]([0-9]{1,2})(?:[-./月]([0-9]{1,2}))?[月日]?$/.exec(arabic);
    const told = day ? day[1] + "年" + Number(day[2]) + "月" + (day[3] ? Number(day[3]) + "日" : "") : word;
    return unique([word, arabic, han, told]);
  }

  // The words of a query, each as the forms that mean the same, as it was typed first: all words must be found.
  function wordsOf(query) {
    return unique(query.split(/\s+/).map(fold).filter(Boolean)).map(forms);
  }

  // As a word of pinyin or of initials; empty if it cannot be one.
  function spelling(word) {
    const letters = word.replace(/ü/g, "v");
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

  // Where words stand in a text as it is written: [from, to] in its characters, in order, none within another.
  function spans(text, words, reading) {
    const origin = [], folded = [], found = [];
    Array.from(text).forEach(function (character, place) {
      Array.from(foldCharacter(character)).forEach(function (one) { folded.push(one); origin.push(place); });
    });
    function stands(form) {
      const characters = Array.from(form), last = folded.length - characters.length, before = found.length;
      for (let first = 0; first <= last; first++) {
        if (!characters.every(function (one, place) { return folded[first + place] === one; })) continue;
        found.push([origin[first], origin[first + characters.length - 1] + 1]);
      }
      return found.length > before;
    }
    words.forEach(function (word) {
      if (word.filter(stands).length || !reading || !spelling(word[0])) return;
      const range = spelt(reading, spelling(word[0]));
      if (range) found.push([origin[range[0]], origin[range[1] - 1] + 1]);
    });
    return found.sort(function (one, two) { return one[0] - two[0]; }).reduce(function (merged, span) {
      const before = merged[merged.length - 1];
      if (before && span[0] <= before[1]) before[1] = Math.max(before[1], span[1]);
      else merged.push(span);
      return merged;
    }, []);
  }

  Object.assign(workshopSearch, { fold: fold, unique: unique, wordsOf: wordsOf, spelling: spelling, spans: spans });
})();
