// How scripts are written. They are served as they stand here, so what they say must be known to the oldest browsers that we
// promise, Chrome 69 and Safari 12.1: the syntax and the built-ins of ES2018 (eslint-plugin-es-x) and the browser's own
// (eslint-plugin-compat, by `browserslist` in package.json). `tsc` keeps to the same by `lib` in tsconfig.json.

import js from "@eslint/js";
import compat from "eslint-plugin-compat";
import es from "eslint-plugin-es-x";
import globals from "globals";

const SCRIPTS = ["**/scripts/**/*.js"];
const OLD = ["**/scripts/base/page.js", "**/scripts/base/looks.js"]; // run in browsers of any age
const TESTS = ["**/scripts/**/*.mjs"]; // run by node alone

// In the browsers we promise, though younger than ES2018.
const KNOWN = ["dynamic-import", "import-meta", "array-prototype-flat", "optional-catch-binding", "string-prototype-trimstart-trimend"];
// In ES2018, though Safari learned it late (16.4).
const UNKNOWN = ["regexp-lookbehind-assertions"];
// Methods that es-x tells only by the type of what they are called on: no other thing of ours may have these names.
const METHODS = [
  "array-prototype-at", "array-prototype-findlast-findlastindex", "array-prototype-toreversed", "array-prototype-tosorted",
  "array-prototype-tospliced", "string-prototype-at", "string-prototype-matchall", "string-prototype-replaceall",
];
// Methods of elements and lists that are younger than our browsers, which no plugin knows.
const YOUNG = ["replaceChildren", "checkVisibility", "requestSubmit", "showPicker", "togglePopover", "scrollend", "moveBefore"];

// Asked for before use, with another way where there is none.
const ASKED = ["navigator.clipboard"];

const HAN = /[\u3400-\u9fff]/g;

/** Comments are in English; a Chinese word may be quoted. */
const english = {
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const han = (comment.value.match(HAN) || []).length;
          if (han * 4 > comment.value.length) context.report({ node: comment, message: "Comments are in English." });
        }
      },
    };
  },
};

const rule = (name, on) => [`es-x/no-${name}`, on];

export default [
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { ours: { rules: { english } } },
    rules: {
      "ours/english": "error",
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
      "max-lines": ["error", 250],
      "no-control-regex": "off", // signs that nobody sees are our trade
      "prefer-const": "error",
      "no-var": "error",
      eqeqeq: "error",
      "object-shorthand": "error",
      "no-implicit-globals": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-restricted-globals": ["error", "event", "name", "status", "parent", "top"],
    },
  },
  {
    files: SCRIPTS,
    ...es.configs["flat/restrict-to-es2018"],
  },
  {
    files: SCRIPTS,
    ...compat.configs["flat/recommended"],
    settings: { polyfills: ASKED },
  },
  {
    files: SCRIPTS,
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: { ...globals.browser, L: "readonly", Supercluster: "readonly" } },
    rules: {
      ...Object.fromEntries(KNOWN.map((name) => rule(name, "off"))),
      ...Object.fromEntries(UNKNOWN.map((name) => rule(name, "error"))),
      ...Object.fromEntries(METHODS.map((name) => rule(name, ["error", { aggressive: true }]))),
      "no-restricted-properties": ["error", ...YOUNG.map((property) => ({ property, message: "Younger than Chrome 69 or Safari 12.1." }))],
      "no-restricted-syntax": [
        "error",
        { selector: "AssignmentExpression > MemberExpression.left[object.name='window']", message: "Nothing of ours hangs on window: export it." },
        { selector: "CallExpression[callee.object.name='Object'][callee.property.name='assign'][arguments.0.name='window']", message: "Nothing of ours hangs on window: export it." },
        { selector: "MemberExpression[object.name='window'][property.name=/^rg[A-Z]|^workshop/]", message: "Nothing of ours hangs on window: import it." },
        { selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]", message: "Texts of records go in by textContent only." },
      ],
    },
  },
  {
    files: OLD,
    ...es.configs["flat/restrict-to-es5"],
  },
  {
    files: OLD,
    languageOptions: { ecmaVersion: 5, sourceType: "script", globals: globals.browser },
    rules: { "no-var": "off", "prefer-const": "off", "object-shorthand": "off", "no-unused-vars": ["error", { caughtErrors: "none" }] },
  },
  {
    files: TESTS,
    languageOptions: { ecmaVersion: "latest", sourceType: "module", globals: globals.node },
  },
];
