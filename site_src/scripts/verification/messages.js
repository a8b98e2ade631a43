// What verification says to readers: on its page, and on the page of an address that leads nowhere.

import { DIGITS, numbered, PREFIX } from "../base/id.js";

export const NOT_AN_ID = `请写编号，例如 ${numbered(1)}：字母 ${PREFIX} 和至少 ${DIGITS} 位数字，标签和证书上都印着。`;
export const MISSING = "名册里没有这个编号";
export const UNKNOWN = (/** @type {string} */ id) => `${MISSING}：${id}。`;
export const LOOKING = "正在查…";
export const TRIED = "没有查到：网络没有取到文件。请看看网络，再试一次。";

/** What to do. */
export const TODO = {
  again: "请对照标签、证书再看一遍编号，0 和 O、1 和 I 容易看错。",
  name: "不知道编号的，",
  search: "按名称、领衔人、单位找",
  doubt: "牌匾上印着这个编号而名册里没有的，可能没有收录，也可能不是真的，请",
  tell: "告诉我们",
};
