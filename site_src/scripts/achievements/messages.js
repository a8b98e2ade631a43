// What the page of achievements says to readers.

export const UNIT = "条";
export const NOTHING = "没有符合全部条件的成果。请去掉一两个条件再看；选项后面的数字是在其他条件下能找到的条数。";
export const DOWNLOAD = "工作室成果-筛选结果.csv";
export const KIND = "种类";
export const SUMS = "数量";
export const LABELS = ["成果", "种类", "数量", "年度", "凭据", "工作室"];
export const COLUMNS = ["种类", "成果", "数量", "单位", "金额（元）", "年度", "凭据", "工作室", "编号", "行业", "区域", "网址"];
export const NOT_SAID = "未写明";
export const TO_FILL = "待补充";

/**
 * An amount as people say it: 12.5 万元, 3 亿元.
 * @param {number} yuan
 */
export function money(yuan) {
  const [size, name] = yuan >= 100000000 ? [100000000, "亿元"] : yuan >= 10000 ? [10000, "万元"] : [1, "元"];
  return `${Number((yuan / size).toFixed(4))} ${name}`;
}

/**
 * What can be said of entries of one kind; generator/model/achievements.py says the same.
 * @param {import("./rows.js").Tally} tally
 */
export function told({ entries, workshops, total, uncounted, unit, added }) {
  const source = `来自 ${workshops} 个工作室`;
  if (!added) return `${entries} 条，${source}，数量不相加`;
  if (uncounted === entries) return `${entries} 条，${source}，都没有写数量`;
  return `${total} ${unit}，${source}${uncounted ? `，其中 ${uncounted} 条没有写数量` : ""}`;
}
