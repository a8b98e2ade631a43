// What the page 新增/更正工作室 says by itself; labels and the words of problems come from edit/schema.json.

import { numbered } from "../base/id.js";

/** @typedef {import("../record/altered.js").Fact} Fact */

export const WORDS = {
  none: "（不填）",
  required: "必填",
  others: "其他内容：",
  supports: "勾选这条来源写到的内容",
  fixFirst: "先把上面列出的改好。",
  unchanged: "还没有改。",
  nothingToSend: "还没有改，没有要提交的。",
  fine: "看不出问题，可以提交了。",
  clear: "清除这台设备上的草稿，重新开始？",
  notSaved: "这个浏览器不让存草稿，关掉页面就没有了，请及时复制或下载。",
  draft: "上次没有做完的草稿还在，已经填上。",
  draftIsOld: "这份记录后来改过，请核对。",
  opened: "已在新的页面打开，内容已经填好。",
  copied: "已复制。",
  notCopied: "没能复制，请选中下面的全文再复制。",
  copiedToPaste: "已复制，请在打开的页面里粘贴。",
  notCopiedToPaste: "没能复制，请选中下面的全文再复制，粘贴到打开的页面里。",
  noSchema: "取不到字段表，请检查网络后再打开这一页。",
  mistaken: "原来写错了，或者不确切（更正）",
  correctIt: "更正它",
  lastStage: "核对",
  fillIn: "请填写。",
  back: "上一步",
};

/**
 * @param {string} label
 */
export const lacking = (label) => `缺少“${label}”`;

/** How a step stands that lacks nothing. */
export const fine = "可以了";

/**
 * @param {number} missing
 */
export const lacks = (missing) => `还缺 ${missing} 项`;

/**
 * @param {number} places
 */
export const wrong = (places) => `${places} 处要改`;

/**
 * @param {number} number
 * @param {string} name
 */
export const stage = (number, name) => `第 ${number} 步\u3000${name}`;

/**
 * @param {string} name of the next step
 */
export const next = (name) => `下一步：${name}`;

/**
 * @param {number} missing
 */
export const stillMissing = (missing) => `还缺 ${missing} 项必填的。`;

/**
 * @param {number} wrong
 */
export const stillWrong = (wrong) => `有 ${wrong} 处要改或要补。`;

/**
 * @param {string} id
 * @param {string} name of the workshop; empty for a new one
 */
export const which = (id, name) => (name ? `更正：${id}\u3000${name}` : `新增：编号 ${id}`);

/**
 * @param {string} file
 */
export const savedAs = (file) => `已存为 ${file}。`;

/**
 * @param {string} id
 */
export const noId = (id) => `“${id}”不是编号，编号的样子是 ${numbered(1)}。请从工作室的页面点“在网页上更正”进来。`;

/**
 * @param {string} id
 */
export const noRecord = (id) => `没有编号为 ${id} 的记录，或者网络不通。请看看网络，或者从工作室的页面点“在网页上更正”进来。`;

/**
 * What the link to the forge says.
 * @param {string} forge
 * @param {{ filled: boolean, isNew: boolean }} how
 */
export function hand(forge, { filled, isNew }) {
  return filled ? `在 ${forge} 上提交（已填好）` : `复制并打开 ${forge}${isNew ? " 的新建页" : " 的修改页"}`;
}

export const LETTER = {
  /** @param {string} id @param {boolean} isNew */
  subject: (id, isNew) => (isNew ? `新增工作室（暂编 ${id}）` : `更正工作室 ${id}`),
  /** @param {string} id */
  paste: (id) => `（记录较长，没有放进来。请把复制好的全文粘贴在这里，或者附上下载的文件 ${id}.yml。）`,
  filled: "发邮件（已填好）",
  copied: "复制并写邮件",
  /** @param {boolean} filled */
  said: (filled) => (filled ? "已请邮件程序写好一封信，看一遍再发。没有打开邮件程序的，请用下面的“复制”或“下载文件”。" : "已复制。请在打开的信里粘贴，看一遍再发；没有打开邮件程序的，把下载的文件发去也行。"),
};

/**
 * @param {string} label of a list
 * @param {number} number of its item, from 1
 */
export const drop = (label, number) => `删去${label} ${number}`;

/**
 * @param {string} label of a list
 * @param {boolean} empty
 */
export const add = (label, empty) => (empty ? `加一项${label}` : `再加一项${label}`);

/**
 * @param {number} used
 * @param {number} most
 */
export const counted = (used, most) => (most ? `${used}/${most} 字` : `${used} 字`);

/**
 * @param {string} what
 */
export const explain = (what) => `说明：${what}`;

/**
 * @param {Fact} fact
 */
export const changed = ({ what, old, now }) => `${what}原来是“${old}”，${now ? `现在是“${now}”。` : "现在删去了。"}`;

/**
 * @param {string} event
 */
export const reallyChanged = (event) => `真的变了（${event}）`;

/**
 * @param {string} what
 * @param {string} label of what is missing
 */
export const lacksReason = (what, label) => `改了${what}，要写明“${label}”`;

/**
 * @param {string} event
 */
export const lacksProof = (event) => `“${event}”要写明依据或通报`;

/**
 * How a workshop is like one of the register: of nearly the same name; of the same name and unit; of the same leader and unit.
 * @typedef {"named" | "same" | "led"} Likeness
 */

const LIKENESS = {
  named: { start: "名册里已有", why: "" },
  same: { start: "名册里已有", why: "，名称和单位都相同，是同一个工作室" },
  led: { start: "名册里的", why: "，领衔人和单位都相同" },
};

/**
 * What stands before and behind the name of a workshop in the register, and behind the link to correct it.
 * @param {string} id
 * @param {string} unit
 * @param {Likeness} how
 */
export function stands(id, unit, how) {
  const { start, why } = LIKENESS[how];
  return { start, end: `（${id}${unit ? `，${unit}` : ""}）${why}，要`, ask: "吗？" };
}

/**
 * @param {readonly string[]} ids of workshops that may be others
 */
export const another = (ids) => `确实是另一个工作室的，接着填，在“不是同一个”里写上 ${ids.join("、")}；那份记录里也要写上这一份的编号。`;
