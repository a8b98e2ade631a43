// What search says to its readers: on its page, and in the panel under the box of every page.

/** @typedef {import("./index.js").Found} Found */
/** @typedef {import("./links.js").GroupLink} GroupLink */

/** What is searched beside the columns, which bring their own labels; and where in a notice something stands. */
export const ABOUT = { id: "编号", text: "正文", names: "名单里有：", body: "正文：" };
export const GROUPS = { pages: "本站的页面", papers: "通知和表格", groups: "按分类的列表" };

/** What people put around the word that they mean when they ask; at its end; and before it, where it may also be a part of it. */
export const AROUND = /请问|有没有|怎么办|怎么样|怎样|怎么|如何|在?哪里|在?哪儿|什么时候|何时|什么是|是什么|什么|多久|可以|能不能|能否|我要|我想|想要|需要|你们/g;
export const END = /[是吗呢呀啊了的?!]+$/;
export const BEFORE = /^[我要想去来查找看有问]+/;

export const SEARCHING = "正在查找…";
export const SLOW = "正在事迹和成果里继续找…";
export const TEXT_FAILED = "这一段没有取到。";

/** Of the page. */
export const FAILED = "没有取到搜索用的文件。请看看网络，再试一次。";
export const PARTLY_FAILED = "有些文件没有取到，下面可能不全。请看看网络，再试一次。";
export const WHOLE_LISTS = "整个列表：";
export const TRY = "可以试试：";
export const near = {
  /** @type {(word: string, as: string) => string} over workshops that hold another word than the one that was asked for */
  title: (word, as) => `“${as}”，和“${word}”意思相近`,
  whole: (/** @type {string} */ query, /** @type {number} */ total) => `看“${query}”的全部 ${total} 个`,
  /** @type {(query: string, words: readonly string[]) => string} */
  told: (query, words) => `没有找到“${query}”。下面是意思相近的${words.map((word) => `“${word}”`).join("")}。`,
};
export const sounding = (/** @type {string} */ query) => `没有找到“${query}”，读音相同的有：`;

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
  const pages = found.pages.length ? `本站的页面 ${found.pages.length} 个` : "", notices = found.papers.length ? `通知和表格 ${found.papers.length} 份` : "";
  const papers = [pages, notices].filter(Boolean).join("，");
  if (found.total) return `“${query}”找到 ${found.total} 个工作室${papers && `，${papers}`}。`;
  if (papers) return `“${query}”找到${papers}，没有工作室。`;
  return `没有找到“${query}”${found.groups.length ? "的工作室，有名称相符的列表。" : "。"}`;
}
