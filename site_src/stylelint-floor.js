// A rule for stylelint: what a sheet says is known to the oldest browsers that we promise, `browserslist` in package.json, by the
// data of MDN; or it says first what they shall do instead, or stands within @supports, or may be left out without harm (`without`).

import { createRequire } from "node:module";
import stylelint from "stylelint";

const from = createRequire(import.meta.url);
const { properties, selectors, types, "at-rules": rules } = from("@mdn/browser-compat-data").css;
const MDN = { chrome: "chrome", safari: "safari", ios_saf: "safari_ios" };
const FLOOR = from("./package.json").browserslist.map((told) => told.split(" ")).map(([name, version]) => [MDN[name], Number(version)]);

const NAME = "ours/floor";
// What flex boxes do without `gap`. @supports cannot ask for that; aspect-ratio came soon after it, in Chrome 88 and Safari 15.
const NO_GAP = "not (aspect-ratio: 1)";

/** Whether one browser has a thing of MDN's, as its standard says it. */
function isKnown(told, floor) {
  const from = parseFloat(String(told.version_added).replace("≤", ""));
  return from <= floor && !told.flags && !told.prefix && !told.alternative_name;
}

/** Whether one of our browsers is older than a thing of MDN's; what MDN does not name is not judged. */
function isYoung(thing) {
  if (!thing || !thing.__compat) return false;
  return FLOOR.some(([browser, floor]) => ![thing.__compat.support[browser]].flat().some((told) => isKnown(told, floor)));
}

/** What is young of a declaration: its property, or words and functions of its value. */
function youngOf({ prop, value }) {
  const known = properties[prop];
  if (isYoung(known)) return [prop];
  const words = value.replace(/"[^"]*"|var\([^)]*\)/g, "").match(/[a-z][a-z-]*\(?/g) || [];
  return words.filter((word) => isYoung(word.endsWith("(") ? types[word.slice(0, -1)] : known && known[word]));
}

function isWithinSupports({ parent }) {
  return Boolean(parent) && ((parent.type === "atrule" && parent.name === "supports") || isWithinSupports(parent));
}

/** Whether the rule said something older of the same property before. */
function isAfterAnother(decl) {
  const before = decl.parent.nodes.slice(0, decl.parent.index(decl));
  return before.some((it) => [decl.prop, `-webkit-${decl.prop}`].includes(it.prop) && !youngOf(it).length);
}

function judgeDeclaration(decl, without, complain) {
  for (const word of youngOf(decl)) {
    if (without.includes(word) || isWithinSupports(decl) || isAfterAnother(decl)) continue;
    complain(decl, word, `“${decl.prop}: ${word}” is younger than our browsers: say first what they shall do.`);
  }
}

function judgeSelectors(rule, without, complain) {
  for (const [, name] of rule.selector.matchAll(/::?([a-z][a-z-]*)/g)) {
    if (isYoung(selectors[name]) && !without.includes(`:${name}`)) complain(rule, name, `“:${name}” is younger than our browsers, which drop the whole rule.`);
  }
}

/** What stands within a flex box with a gap needs margins too. */
function judgeGap(rule, apart, complain) {
  const says = (prop, value) => rule.some((it) => it.type === "decl" && prop.test(it.prop) && value.test(it.value));
  if (!says(/^display$/, /flex/) || !says(/^((row|column)-)?gap$/, /[1-9]/)) return;
  for (const selector of rule.selectors) {
    if (!apart.some((it) => it.startsWith(`${selector} > `))) complain(rule, selector, `Old flex boxes know no gap: “${selector} > *” needs margins within @supports ${NO_GAP}.`);
  }
}

function judgeAtRule(at, without, complain) {
  const features = (at.params.match(/[a-z-]+(?=\s*[:)])/g) || []).map((name) => [name, rules.media[name.replace(/^(min|max)-/, "")]]);
  for (const [name, thing] of at.name === "media" ? features : [[`@${at.name}`, rules[at.name]]]) {
    if (isYoung(thing) && !without.includes(name)) complain(at, name, `“${name}” is younger than our browsers, which drop all within.`);
  }
}

function floor(wanted, { without = [] } = {}) {
  return (root, result) => {
    const complain = (node, word, message) => stylelint.utils.report({ ruleName: NAME, result, node, word, message: `${message} (${NAME})` });
    const apart = [];
    root.walkAtRules("supports", (at) => { if (at.params === NO_GAP) at.walkRules((rule) => apart.push(...rule.selectors)); });
    root.walkDecls((decl) => judgeDeclaration(decl, without, complain));
    root.walkRules((rule) => {
      judgeSelectors(rule, without, complain);
      judgeGap(rule, apart, complain);
    });
    root.walkAtRules((at) => judgeAtRule(at, without, complain));
  };
}
floor.ruleName = NAME;
floor.messages = {};
floor.meta = {};

export default stylelint.createPlugin(NAME, floor);
