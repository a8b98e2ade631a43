// What the self-check says of the answers (generator/site/notices).

export const GOOD = "可以申报。";
export const CHOOSE = "请先选申报哪一种。";

/** @param {string} category */
export const goodFor = (category) => `可以申报${category}创新工作室。`;

/** @param {number} count */
export const lacking = (count) => `还不能申报，缺这 ${count} 条：`;

/** @param {number} count */
export const open = (count) => `还有 ${count} 条没有回答。`;
