// 申报表的栏目：字数、日期、取值和填值。
(function () {
  "use strict";
  const list = (value) => (value || "").split(" ").filter(Boolean);
  const all = (selector, inside) => Array.from((inside || document).querySelectorAll(selector));

  // ---- 文字

  // 与 Python 的 str.split() 相同的空白；字数按字符（码点）计，不按 UTF-16 单元计。
  const WHITE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
  const size = (text) => Array.from(text.replace(new RegExp(WHITE, "g"), "")).length;
  const isWhite = (sign) => new RegExp(WHITE).test(sign);
  // 看不见的、XML 里不能有的字符；制表符和怪换行当作空格。
  const INVISIBLE = /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g;
  const LONE = /(^|[^\ud800-\udbff])[\udc00-\udfff]/g;
  const clean = (text) => text.replace(/\r\n?/g, "\n").replace(/[\t\x0b\x0c\x85\u2028\u2029]/g, " ")
    .replace(INVISIBLE, "").replace(LONE, "$1");
  const line = (text) => clean(text).replace(/\s+/g, " ").trim();
  const paragraphs = (text) => clean(text).split("\n").map((part) => part.trim()).filter(Boolean);

  // ---- 日期

  function parseDay(text) {
    const plain = text.normalize("NFKC").replace(/\s/g, "");
    const found = /^([0-9]{4})(?:年|[-./年]([0-9]{1,2})(?:月|[-./月]([0-9]{1,2})日?)?)?$/.exec(plain);
    if (!found) { return null; }
    const [year, month, day] = found.slice(1).map((part) => (part === undefined ? 0 : Number(part)));
    const written = (part) => part !== undefined;
    const last = new Date(Date.UTC(2000, 0, 1));
    last.setUTCFullYear(year, month || 12, 0);
    const good = year > 0 && (!written(found[2]) || (month >= 1 && month <= 12)) &&
      (!written(found[3]) || (day >= 1 && day <= last.getUTCDate()));
    return good ? [year, month, day] : null;
  }
  const pad = (number, length) => String(number).padStart(length, "0");
  const iso = (day) => [pad(day[0], 4)].concat(day.slice(1).filter(Boolean).map((part) => pad(part, 2))).join("-");
  const chinese = (day) => day.map((part, at) => (part ? part + "年月日"[at] : "")).join("");
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const after = (day, other) => iso([day[0], day[1] || 1, day[2] || 1]) > iso(other);

  // ---- 栏目

  // 表单的各栏，照页面上的次序。
  const read = (form) => all("[data-key]", form).map(function (box) {
    const { key, label, kind } = box.dataset;
    const inputs = all("input, textarea, select", box);
    const field = { box, key, label, kind, inputs, input: inputs[0], limit: Number(box.dataset.limit || 0) };
    field.feeds = list(box.dataset.feeds);
    field.told = box.querySelector(".rg-told");
    field.counter = box.querySelector(".rg-counter");
    field.beside = "beside" in box.dataset;
    field.head = "head" in box.dataset;
    field.offers = all("datalist option", box);
    return field;
  });
  // 供这个键的栏目。
  const fed = (fields, key) => fields.find((field) => field.feeds.indexOf(key) >= 0);

  function get(field) {
    if (field.kind === "choice") {
      const chosen = field.inputs.find((input) => input.checked);
      return chosen ? chosen.value : "";
    }
    return field.kind === "prose" ? paragraphs(field.input.value).join("\n") : line(field.input.value);
  }

  function set(field, value) {
    if (field.kind === "choice") {
      field.inputs.forEach((input) => { input.checked = input.value === value; });
    } else {
      field.input.value = value;
    }
  }

  // 超出的字不收：从光标前删去刚打的、刚贴的那几个。
  function hold(field) {
    let over = field.limit ? size(field.input.value) - field.limit : 0;
    if (over <= 0) { return 0; }
    const refused = over;
    const caret = field.input.selectionStart;
    const head = Array.from(field.input.value.slice(0, caret));
    const tail = Array.from(field.input.value.slice(caret));
    while (over > 0) {
      if (!isWhite((head.length ? head : tail).pop())) { over -= 1; }
    }
    field.input.value = head.concat(tail).join("");
    const place = head.join("").length;
    field.input.setSelectionRange(place, place);
    return refused;
  }

  // 印出来的样子。
  function shown(field) {
    const value = get(field);
    const day = field.kind === "date" && value && parseDay(value);
    return day ? chinese(day) : value;
  }

  window.rgApplicationBoxes = { list, all, size, parseDay, iso, chinese, after, today, read, fed, get, set, hold, shown };
})();
