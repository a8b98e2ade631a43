// What the map says to its readers, beside what its filters say (lists/messages.js).

export const EMPTY = "这个范围里没有。点“全市”可以看全部，也可以清除条件。";
export const LIST = "见名单";
export const NO_PLACE = "没有得到您的位置。可以在浏览器的设置里允许，或者用区域来筛选。";
export const OUTSIDE = "您不在这张图的范围里。";
export const LOCATE = "看位置";
export const FIND = "用地图软件找";
export const CLOSE = "关闭";
export const ZOOM_IN = "放大";
export const ZOOM_OUT = "缩小";
export const BY_DISTRICT = "只知道区域";

/** @param {string} name */
export const find = (name) => `${FIND}：${name}`;

/**
 * @param {string} district
 * @param {number} count
 */
export const counted = (district, count) => `${district}：${count} 个只知道区域`;

/**
 * @param {string} district
 * @param {number} count
 */
export const named = (district, count) => `${district} ${count}`;

/** @param {number} metres */
export const distance = (metres) => (metres < 1000 ? `${metres} 米` : `${metres / 1000} 公里`);

/**
 * @param {string} name
 * @param {string} district
 */
export const inDistrict = (name, district) => `${name}没有标点位，算在${district}的数目里。`;

/** @param {string} name */
export const locate = (name) => `看位置：${name}`;

/** @param {string} name */
export const unlocated = (name) => `${name}没有标点位。`;

/** @param {number} count */
export const elsewhere = (count) => `另有 ${count} 个符合条件，不在图上，`;

/** @param {number} count */
export const workshops = (count) => `${count} 个工作室`;

/** @param {number} count */
export const inside = (count) => `${count} 个`;

/** @param {number} count */
export const further = (count) => `还有 ${count} 个，请加筛选条件`;

/** @param {number} count */
export const whole = (count) => `${count} 个都在名单里`;

/** @param {number} metres */
export const away = (metres) => `约 ${(metres / 1000).toFixed(1)} 公里`;

/** @param {readonly string[]} facts */
export const joined = (facts) => facts.filter(Boolean).join("，");

/**
 * @param {number} found
 * @param {number} located
 * @param {number} byDistrict
 * @param {number} inView
 */
export const told = (found, located, byDistrict, inView) =>
  `找到 ${found} 个：标了点位 ${located} 个，只知道区域 ${byDistrict} 个；图上看得到 ${inView} 个`;
