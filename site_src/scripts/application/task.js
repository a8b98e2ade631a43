// What the page is given about its form, in the form's own data-task (generator/forms/webform.py).

/** @typedef {import("./boxes.js").Spec} Spec */

/**
 * `keys`: the record's keys in the order in which a draft writes them, `[]` behind those that are lists; `categories`: each with
 * the words that say it in a name; `model`: the category that asks for an honour, the key of honours,
 * which will do, and what is told where there is `none` or a `poor` one;
 * `words`: what an applicant is told in place of a check's own words, by code; `stops`: codes that must be mended before the
 * form can be taken; `between`: what stands between several terms; `nothing`: words that say nothing; `until`, `years`: by when
 * a workshop must have run for how long, empty and 0 where no call says so.
 * @typedef {import("../record/checks.js").Told & {
 *   readonly title: string, readonly boxes: readonly Spec[], readonly keys: readonly string[], readonly alliance: string,
 *   readonly categories: readonly (readonly [category: string, words: string])[],
 *   readonly model: { readonly category: string, readonly honours: string, readonly serving: readonly string[],
 *     readonly none: string, readonly poor: string },
 *   readonly words: { readonly [code: string]: string }, readonly stops: readonly string[],
 *   readonly between: string, readonly nothing: readonly string[], readonly until: string, readonly years: number }} Task
 */

/**
 * @param {HTMLElement} form
 * @returns {Task}
 */
export const taskOf = (form) => JSON.parse(form.dataset.task || "{}");
