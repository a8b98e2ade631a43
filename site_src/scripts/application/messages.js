// What the page of the application form says by itself; labels and the words of checks and laws come with the form.

import { numbered } from "../base/id.js";

/** The basis on which a leader is named where the leader agrees (registry/README.md, leader.basis.kind). */
export const CONSENT = "本人同意";

export const WORDS = {
  workshop: "工作室",
  toTheDay: "请写到日。",
  toTheMonth: "请写到月。",
  tooLong: "内容较长，印出来可能超过两页，请缩短名称、单位，或合并几段。",
  mayTake: "可以先下载或打印，还请看一看：",
  fine: "都填好了，没有发现问题。",
  saved: "草稿已存在这个浏览器里。",
  notSaved: "这个浏览器不让存草稿，关掉页面就没有了，请及时下载。",
  restored: "上次的草稿还在，已经填上。",
  clear: "清除所填的全部内容和草稿？清除后不能恢复。",
  cleared: "已清除。",
  noBlank: "取不到空白表，请检查网络后再按一次。草稿还在。",
  copied: "已复制。",
  selected: "已选中，请按 Ctrl+C 或长按复制。",
  newId: `编号 ${numbered(0)} 请换成新编号（python run.py new）。`,
  notConsented: "领军人没有写入：要有本人同意，或公开报道作依据",
  form: "申报表",
};

/**
 * @param {number} faults
 */
export const mendFirst = (faults) => `有 ${faults} 处写得不对，改好才能下载。`;

/**
 * @param {readonly string[]} labels
 */
export const notFilled = (labels) => `还没有填：${labels.join("、")}。`;

/**
 * @param {number} used
 * @param {number} limit
 * @param {number} refused characters that did not go in
 */
export function counted(used, limit, refused) {
  const full = refused ? `，已满，多出的 ${refused} 字没有收` : used === limit ? "，已满" : "";
  return `${used}/${limit} 字${full}`;
}

/**
 * @param {string} file
 */
export const taken = (file) => `已写好“${file}”，请看浏览器的下载。`;

/**
 * @param {string} due
 * @param {number} years
 */
export const notYetRun = (due, years) => `到报送截止日期${due}，运行不满${years}年，不符合条件。`;

/**
 * @param {string} due
 * @param {number} years
 */
export const perhapsNotYetRun = (due, years) => `到报送截止日期${due}，运行满不满${years}年，要写到月、日才看得出。`;

/**
 * @param {string} label
 * @param {string} text
 */
export const fromForm = (label, text) => `申报表写的${label}：${text}`;

/**
 * @param {string} label
 * @param {string} said
 */
export const notListed = (label, said) => `${label}“${said}”不在词表里`;

/**
 * @param {string} label
 * @param {string} text
 */
export const onlyOne = (label, text) => `${label}只能写一项：${text}`;

/**
 * The form as the source of a record.
 * @param {string} title
 * @param {string} unit
 */
export const source = (title, unit) => `《${title}》${unit ? `（${unit}）` : ""}`;
