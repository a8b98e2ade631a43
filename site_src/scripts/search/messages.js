// What search says to its readers: on its page, and in the panel under the box of every page.

/** @typedef {import("./index.js").Found} Found */
/** @typedef {import("./links.js").GroupLink} GroupLink */

/** What is searched beside the columns, which bring their own labels; and where in a notice something stands. */
export const ABOUT = { id: "编号", text: "正文", names: "名单里有：", body: "正文：" };
export const GROUPS = { papers: "通知和表格", groups: "按分类的列表" };

export const SEARCHING = "正在查找…";
export const SLOW = "正在事迹和成果里继续找…";
export const TEXT_FAILED = "这一段没有取到。";

/** Of the page. */
export const FAILED = "没有取到搜索用的文件。请看看网络，再试一次。";
export const PARTLY_FAILED = "有些文件没有取到，下面可能不全。请看看网络，再试一次。";
export const WHOLE_LISTS = "整个列表：";
export const TRY = "可以试试：";

/** Why a query is proposed where nothing was found. */
export const WHY = {
  marks: "标点当作空格：",
  workshop: "去掉“工作室”：",
  company: "去掉“公司”：",
  apart: "分开来找：",
  alike: "读音相同的：",
  word: "只找：",
};

/** Of the panel. */
export const PANEL = {
  label: "搜索结果",
  failed: "有文件没有取到，请看看网络。",
  again: "到搜索页再试一次",
  help: "到搜索页看看可以怎样找",
  all: (/** @type {number} */ total) => `看全部 ${total} 个结果`,
  found: (/** @type {number} */ total) => `找到 ${total} 个结果，用上下键选择。`,
  nothing: (/** @type {string} */ query) => `没有找到“${query}”。`,
};

/** @param {number} count */
export const more = (count) => `再看 ${count} 个`;

/** @param {number} count */
export const times = (count) => `${count} 个`;

/** @param {GroupLink} page */
export const grouped = ({ kind, count }) => `${kind}，${count} 个工作室`;

/**
 * How much a query finds.
 * @param {string} query
 * @param {Found} found
 */
export function told(query, found) {
  const papers = found.papers.length ? `通知和表格 ${found.papers.length} 份` : "";
  if (found.total) return `“${query}”找到 ${found.total} 个工作室${papers && `，${papers}`}。`;
  if (papers) return `“${query}”找到${papers}，没有工作室。`;
  return `没有找到“${query}”${found.groups.length ? "的工作室，有名称相符的列表。" : "。"}`;
}
