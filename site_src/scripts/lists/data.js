// Rows in columns, which the filters of a page find, and how they come over the net.

/** What is chosen by: the word in the address, the title, and for a part the place of its whole. @typedef {[slug: string, title: string, whole?: number]} Value */

/** A level with a year, as the places of both; without one the year that the record does not tell; the level is -1 of what has none. @typedef {[level: number, year?: number]} Pair */

/**
 * `facets`: all values of each; `rows`: columns of equal length, in the order of ids, those of a facet as the
 * places of its values; `pairs`: each level with a year, as the places of both, of which a row has the places of what it was named;
 * `unknown`: what is said where nothing is known; `orders`: the rows sorted otherwise.
 * @typedef {object} Data
 * @property {{ [facet: string]: Value[] }} facets
 * @property {Pair[]} pairs
 * @property {{ leader: string, unit: string, years: string, named: string }} unknown
 * @property {{ [name: string]: number[] }} orders
 * @property {Columns} rows
 */

/**
 * @typedef {object} Columns
 * @property {string[]} id
 * @property {string[]} name
 * @property {string[][]} former
 * @property {string[]} leader
 * @property {string[]} unit
 * @property {string[][]} former_unit
 * @property {string[]} photo the folder of its photograph's pictures
 * @property {string[]} address of the unit; it comes only with rows that are shown
 * @property {(0 | 1)[]} located whether it has a point on the map
 * @property {(number | number[])[]} pairs what it was named
 */

/** The facets that are of designations, in the order of a pair. */
export const OF_DESIGNATIONS = ["levels", "years"];
export const LEVEL = 0;
export const YEAR = 1;

const ROOT = new URL("../../../", import.meta.url);

/**
 * Rows that come over the net. `held`: whether they are there already; `texts`: waits for the words of some rows, of all where none
 * are told; `sorted`: waits for what an order needs.
 * @typedef {{ rows: () => Promise<Data>, held: () => boolean, texts: (rows?: readonly number[]) => Promise<unknown>, sorted: (order: string | null) => Promise<unknown> }} Source
 */

/**
 * Rows that are asked for once, with all that belongs to them; again where they did not come.
 * @param {string} path
 * @param {(told: any) => Data} [read] what is made of what came
 * @returns {Source}
 */
export function source(path, read = (told) => told) {
  /** @type {Promise<Data> | null} */
  let asked = null;
  let come = false;
  return {
    rows: () => {
      if (!asked) {
        asked = fetched(path).then(read);
        asked.then(() => { come = true; }, () => { asked = null; });
      }
      return asked;
    },
    held: () => come,
    texts: async () => {},
    sorted: async () => {},
  };
}

/**
 * A file of the site, as JSON.
 * @param {string} path
 * @returns {Promise<any>}
 */
export async function fetched(path) {
  const answer = await fetch(new URL(path, ROOT).href);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/**
 * The address of a workshop's page.
 * @param {string} id
 */
export const page = (id) => new URL(`workshops/${id}/`, ROOT).href;

/**
 * The smaller picture of a photograph.
 * @param {string} photo the folder of its pictures
 */
export const picture = (photo) => new URL(`photos/${photo}/480.jpg`, ROOT).href;

/**
 * What a row was named, the oldest first.
 * @param {Data} data
 * @param {number} row
 * @returns {Pair[]}
 */
export const pairsOf = ({ pairs, rows: { pairs: held } }, row) => listed(held[row]).map((place) => pairs[place]);

/**
 * The places of a row's values in a facet that is not of its designations.
 * @param {Data} data
 * @param {string} facet
 * @param {number} row
 * @returns {number[]}
 */
export function placesOf({ rows: columns }, facet, row) {
  return listed(/** @type {{ [facet: string]: (number | number[])[] }} */ (/** @type {unknown} */ (columns))[facet][row]);
}

/** @param {number | number[]} held */
const listed = (held) => (typeof held === "number" ? [held] : held);

/**
 * A row's values in a facet.
 * @param {Data} data
 * @param {string} facet
 * @param {number} row
 * @returns {Value[]}
 */
export const valuesOf = (data, facet, row) => placesOf(data, facet, row).map((place) => data.facets[facet][place]);
