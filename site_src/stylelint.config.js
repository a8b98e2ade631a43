// How sheets are written: a rule on one line, colours from tokens.css alone, and only what Chrome 69 and Safari 12.1 understand,
// or what they may leave out (a selector that they do not know loses its whole rule, a property only itself).

const NO_COLOUR = "A colour is a token: it stands in tokens.css.";
// :focus-visible is younger than our browsers: it must not take other selectors of its rule with it.
const MIXED = "/(^|,)(?![^,]*:focus-visible)[^,]+,[\\s\\S]*:focus-visible|:focus-visible[^,]*,(?![^,]*:focus-visible)[^,]+(,|$)/";

// What old browsers may leave out: the looks of type, hints for speed, ease; the day's side of a reader's system; what paper gains.
const WITHOUT = [
  "text-wrap", "text-autospace", "text-spacing-trim", "text-decoration-thickness", "text-underline-offset", "accent-color",
  "content-visibility", "contain-intrinsic-size", "overscroll-behavior", "scroll-behavior", "scroll-margin-top", "sticky", "cursor", "resize",
  "prefers-color-scheme", "prefers-reduced-motion", "scripting", ":focus-visible", "@page", "avoid",
  "anywhere", // all within .md-typeset has break-word from it
];

export default {
  plugins: "./stylelint-floor.js",
  extends: "stylelint-config-standard",
  rules: {
    // One rule a line, whatever its length; where a part begins, a blank line and a comment say so.
    "declaration-block-single-line-max-declarations": null,
    "rule-empty-line-before": null,
    "at-rule-empty-line-before": null,
    "comment-empty-line-before": null,
    "declaration-empty-line-before": null,
    "custom-property-empty-line-before": null,
    "no-descending-specificity": null, // the parts of a page stand together, not the steps of the cascade
    "declaration-block-no-redundant-longhand-properties": [true, { ignoreShorthands: ["inset", "/-(inline|block)$/"] }], // young
    "selector-class-pattern": ["^((rg|md|leaflet|folium)-[a-z0-9]+([-_]{1,2}[a-z0-9]+)*|headerlink)$", { message: "Our names begin with rg-." }],
    "selector-id-pattern": "^(rg-[a-z-]+|apply|mend)$",
    "property-no-vendor-prefix": [true, { ignoreProperties: ["-webkit-appearance", "-webkit-mask-image", "-webkit-print-color-adjust", "-webkit-box-orient"] }],
    "value-no-vendor-prefix": [true, { ignoreValues: ["box"] }],
    "value-keyword-case": ["lower", { ignoreKeywords: ["A4"], ignoreProperties: ["/font/"] }],
    "font-family-name-quotes": null,
    "font-family-no-missing-generic-family-keyword": null,

    "color-no-hex": [true, { message: NO_COLOUR }],
    "color-named": ["never", { message: NO_COLOUR }],
    "declaration-property-value-disallowed-list": [{ "/.*/": ["/\\b(rgba?\\((?!var)|hsla?\\(|hwb\\(|lab\\(|lch\\(|oklab\\(|oklch\\(|color\\(|color-mix\\()/"] }, { message: NO_COLOUR }],
    "color-function-notation": "legacy",
    "alpha-value-notation": "number",
    "color-function-alias-notation": null,

    "ours/floor": [true, { without: WITHOUT }],
    "selector-pseudo-class-disallowed-list": ["is", "where", "has"],
    "selector-not-notation": "simple",
    "selector-disallowed-list": [[MIXED], { message: "Give :focus-visible a rule of its own: old browsers drop the whole list." }],
    "selector-nested-pattern": "^$",
    "media-feature-range-notation": "prefix",
    "property-disallowed-list": ["inset", "/^(padding|margin|border|inset)-(inline|block)$/", "translate", "rotate", "scale", "/^(min-|max-)?(inline|block)-size$/"],
    "at-rule-disallowed-list": ["layer", "container", "scope", "starting-style", "property", "import"],
  },
  overrides: [
    { files: ["**/tokens.css"], rules: { "color-no-hex": null, "declaration-property-value-disallowed-list": null, "custom-property-pattern": "^(rg|md)-[a-z0-9]+(-{1,2}[a-z0-9]+)*$" } },
  ],
};
