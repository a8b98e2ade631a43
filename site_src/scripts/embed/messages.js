// What a card in another page says to readers.

export const NO_ID = "网址里没有编号：请在最后写 ?id= 和编号。";
export const UNKNOWN = (/** @type {string} */ id) => `名册里没有这个编号：${id}。`;
export const FAILED = "没有取到，请看看网络，再打开一次。";
export const STATUS = (/** @type {string} */ status) => `状态：${status}`;
export const LISTED = "在册";
