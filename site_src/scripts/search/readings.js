// How names and units are read aloud: a syllable a character, and the text in which a spelling is looked for.

import { foldParts } from "./words.js";

/** @typedef {readonly string[]} Reading of each character of a folded text its syllable, empty where it has none */

/** In a name, its own leader's; as in generator/site/search/columns.py. */
export const LEADER = "\u0001";

const FRONT_U = /([ln] \?)u/g; // lu is also typed for lü, which stands as lv

/** How the values of one column are read; each is told when it is first asked for. */
export class Readings {
  /**
   * @param {ReadonlyMap<string, string>} usual the reading that most characters have
   * @param {{ readonly [place: string]: string }} unusual of a value by its place what is read otherwise: `2hang 5le`
   */
  constructor(usual, unusual) {
    this.usual = usual;
    this.unusual = unusual;
    /** @type {Map<number, Reading>} */
    this.known = new Map();
  }

  /**
   * @param {number} place of the value
   * @param {string} text the value itself, as it is written
   * @returns {Reading}
   */
  of(place, text) {
    const known = this.known.get(place);
    if (known) return known;
    const found = Array.from(foldParts(text), (character) => this.syllable(character));
    for (const word of (this.unusual[place] || "").split(" ").filter(Boolean)) {
      const at = parseInt(word, 10);
      found[at] = word.slice(String(at).length);
    }
    this.known.set(place, found);
    return found;
  }

  /**
   * As `of`, but as the text that a spelling is looked for in, as `heard` makes it.
   * @param {number} place
   * @param {string} text
   */
  heard(place, text) {
    if (this.unusual[place]) return heard(this.of(place, text));
    let full = "", initials = "";
    for (const character of foldParts(text)) {
      const syllable = this.syllable(character);
      if (!syllable) continue;
      full += ` ${syllable}`;
      initials += syllable[0];
    }
    return `${full}\t${initials}`;
  }

  /** @param {string} character */
  syllable(character) {
    return this.usual.get(character) || (character === LEADER || (character >= "a" && character <= "z") || (character >= "0" && character <= "9") ? character : "");
  }
}

/**
 * A reading as text: ` wang jian qiang`, a tab, `wjq`.
 * @param {Reading} reading
 */
export function heard(reading) {
  const spoken = reading.filter(Boolean);
  return `${spoken.map((syllable) => ` ${syllable}`).join("")}\t${spoken.map((syllable) => syllable[0]).join("")}`;
}

/**
 * What such a text sounds like with a leader's in the place that is kept for it.
 * @param {string} text
 * @param {string} leader as `heard` gives it too
 */
export function heardWith(text, leader) {
  const [full, initials] = text.split("\t"), [fullLeader, initialsLeader] = leader.split("\t");
  return `${full.split(` ${LEADER}`).join(fullLeader)}\t${initials.split(LEADER).join(initialsLeader)}`;
}

/**
 * What a spelling looks like in such a text.
 * @param {string} letters
 */
export const sound = (letters) => new RegExp(` ${letters.split("").join(" ?").replace(FRONT_U, letters.includes("v") ? "$&" : "$1[uv]")}|\t[a-z0-9]*${letters}`);
