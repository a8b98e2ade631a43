// What the list and its filters say to readers; the map has the same filters.

export const LOADING = "正在取名单…";
export const FAILED = "名单没有读出来，请看看网络。";
export const AGAIN = "再试一次";
export const NOTHING = "没有符合全部条件的工作室。请去掉一两个条件再看；选项后面的数字是在其他条件下能找到的个数。";
export const NOTHING_TYPED = "没有含这几个字的，换两个字试试。";
export const STROKES = "按名称笔画";
export const DOWNLOAD = "工作室名册-筛选结果.csv";
export const ALL = "全部";

/** The columns of the downloaded table after those of the table that is shown. */
export const MORE_COLUMNS = ["类别", "推荐工会", "开放先导区", "曾用名", "状态", "编号", "网址"];

/** What workshops are counted in. */
export const UNIT = "个";

/**
 * @param {number} whole
 * @param {string} unit
 */
export const total = (whole, unit) => `共 ${whole} ${unit}`;

/**
 * @param {number} found
 * @param {number} whole
 * @param {string} unit
 */
export const foundOf = (found, whole, unit) => `找到 ${found} ${unit}（共 ${whole} ${unit}）`;

/**
 * @param {number} next
 * @param {number} left
 * @param {string} unit
 */
export const more = (next, left, unit) => `再显示 ${next} ${unit}（还有 ${left} ${unit}）`;

/** @param {readonly string[]} values */
export const strange = (values) => `。网址里的“${values.join("”“")}”不认识，没有用它`;

/** @param {readonly string[]} names */
export const former = (names) => `曾用名：${list(names)}`;

/** @param {readonly string[]} items */
export const list = (items) => items.join("、");

export const LOCATED = "有位置的";

/**
 * All that is asked, in words.
 * @param {readonly string[]} parts
 */
export const conditions = (parts) => parts.filter(Boolean).join("，");

/**
 * How the heading of what is found begins: 全部工作室 becomes 工作室：, and what is asked follows.
 * @param {string} heading
 */
export const narrowed = (heading) => `${heading.replace(/^全部/, "")}：`;

/** @type {(shown: number, whole: number, unit: string) => string} on paper, which has no button */
export const printed = (shown, whole, unit) => (shown >= whole ? `共 ${whole} ${unit}。` : `共 ${whole} ${unit}，这里印出前 ${shown} ${unit}；要印出其余的，先在网页上按“再显示”。`);

/** Of the table that lays choices side by side. */
export const BESIDE = { caption: "并排比较", count: "工作室" };

/** @param {number} count */
export const chosen = (count) => `已选 ${count} 项`;

/** @param {number} count */
export const among = (count) => `有 ${count} 项`;

/** @param {string} year */
export const yearTitle = (year) => `${year} 年`;

/**
 * A span of years; either end may be empty.
 * @param {{ from: string, to: string }} span
 */
export function spanTitle({ from, to }) {
  if (from === to) return yearTitle(from);
  if (!to) return `${yearTitle(from)}起`;
  return from ? `${from} 至 ${yearTitle(to)}` : `到 ${yearTitle(to)}`;
}

/** @param {string} title */
export const takeBack = (title) => `去掉条件：${title}`;

/**
 * @param {string} title
 * @param {number | string} count
 */
export const counted = (title, count) => `${title}（${count}）`;
