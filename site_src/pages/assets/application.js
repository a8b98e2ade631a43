// 在线填写申报表：边填边核对，草稿存在本机，填进 Word 表的内容控件，打印，写出名册记录的草稿。什么也不发送。
(function () {
  "use strict";
  const form = document.getElementById("rg-application");
  if (!form || !window.TextEncoder || !window.DOMParser || !window.fetch || !window.rgWordForm || !window.rgRecordText) {
    document.documentElement.classList.add("rg-old");
    return;
  }
  const byId = (id) => document.getElementById(id);
  const list = (value) => (value || "").split(" ").filter(Boolean);
  const all = (selector, inside) => Array.from((inside || document).querySelectorAll(selector));
  const make = (tag, text) => { const made = document.createElement(tag); made.textContent = text; return made; };

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

  const fields = all("[data-key]", form).map(function (box) {
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
  const fed = (key) => fields.find((field) => field.feeds.indexOf(key) >= 0);

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

  // ---- 核对：wrong 要改了才能下载，其余只是提醒

  const wrong = (text) => ({ text, wrong: true });
  const hint = (text) => ({ text, wrong: false });
  const categories = list(form.dataset.categories);

  function categoryOf(name) {
    const said = categories.filter((word) => name.indexOf(word + "创新工作室") >= 0);
    return said.length === 1 ? said[0] : "";
  }

  function aboutDay(field, value) {
    const day = parseDay(value);
    if (!day) { return wrong("这不是日历上有的日期，请写成 2016年5月 或 2019年8月20日 的样子。"); }
    if (after(day, today)) { return hint("这一天还没有到，请核对。"); }
    if (field.head && !day[2]) { return hint("请写到日。"); }
    return day[1] ? null : hint("请写到月。");
  }

  function aboutName(name) {
    if (/×|（职工）|\(职工\)/.test(name)) { return hint("请把“×××”换成真名字，“劳模”“职工”只留一个。"); }
    if (!categoryOf(name) && !/联盟$/.test(name)) {
      return hint("名称一般写作" + categories.map((word) => "“×××" + word + "创新工作室”").join("或") + "。");
    }
    return null;
  }

  function aboutYears(field, value) {
    const day = parseDay(value);
    const until = form.dataset.until && parseDay(form.dataset.until);
    const years = Number(form.dataset.years || 0);
    if (!day || !until || !years) { return null; }
    const full = (month, last) => [day[0] + years, day[1] || month, day[2] || last];
    const words = "到报送截止日期" + chinese(until) + "，";
    if (after(full(1, 1), until)) { return hint(words + "运行不满" + years + "年，不符合条件。"); }
    if (after(full(12, 31), until)) { return hint(words + "运行满不满" + years + "年，要写到月、日才看得出。"); }
    return null;
  }

  function aboutHonour(field, value) {
    const name = fed("name");
    if (!name || categoryOf(get(name)) !== "劳模") { return null; }
    if (!value) { return hint("名称里有“劳模”：领军人要是市级（含）以上劳模或市五一劳动奖章获得者，请在这里选。"); }
    const chosen = field.input.selectedOptions[0];
    return "serves" in chosen.dataset ? null : hint("这项荣誉不到市级，名称里不能用“劳模”。");
  }

  // 正面余下约 22 毫米（62 磅）。各栏一行的字数、行高和格子的高（磅）照 Word 表；西文和数字算半个字。
  const SHORT = [8, 19, 42];
  const ROOM = { head: [20, 22, 34], prose: [24, 24, 368], text: SHORT, integer: SHORT };
  const wide = (text) => Array.from(text).reduce((sum, sign) => sum + (sign < "\u0100" ? 0.5 : 1), 0);

  function aboutRoom() {
    const more = fields.filter((field) => !field.beside && get(field)).map(function (field) {
      const [across, height, room] = ROOM[field.head ? "head" : field.kind] || [1, 0, 0];
      const before = { head: wide(field.label) + 1, prose: 2 }[field.head ? "head" : field.kind] || 0;
      const lines = get(field).split("\n").reduce((sum, part) => sum + Math.ceil((before + wide(part)) / across), 0);
      return Math.max(0, lines * height - room);
    });
    return more.reduce((sum, points) => sum + points, 0) > 62;
  }

  function about(field) {
    const value = get(field);
    if (field.kind === "term") { return aboutHonour(field, value); }
    if (!value) { return null; }
    if (field.kind === "date") {
      return (field.feeds.indexOf("established") >= 0 && aboutYears(field, value)) || aboutDay(field, value);
    }
    if (field.feeds.indexOf("name") >= 0) { return aboutName(value); }
    if (field.kind === "integer" && !/^[0-9]+$/.test(value)) { return wrong("请只写数字。"); }
    return null;
  }

  function tell(field, said) {
    field.told.textContent = said ? said.text : "";
    field.told.classList.toggle("rg-wrong", Boolean(said && said.wrong));
    field.inputs.forEach((input) => {
      if (said && said.wrong) { input.setAttribute("aria-invalid", "true"); } else { input.removeAttribute("aria-invalid"); }
    });
  }

  // ---- 显示

  function count(field, refused) {
    if (!field.counter) { return; }
    const used = size(field.input.value);
    field.counter.textContent = used + "/" + field.limit + " 字" +
      (refused ? "，已满，多出的 " + refused + " 字没有收" : used === field.limit ? "，已满" : "");
    field.counter.classList.toggle("rg-wrong", Boolean(refused));
  }

  function show() {
    const said = fields.map((field) => ({ field, said: about(field) }));
    said.forEach((one) => tell(one.field, one.said));
    const told = said.filter((one) => one.said);
    const faults = told.filter((one) => one.said.wrong).length;
    const blank = fields.filter((field) => !field.beside && !get(field)).map((field) => field.label);
    const lines = told.map((one) => one.field.label + "：" + one.said.text);
    if (aboutRoom()) { lines.push("内容较长，印出来可能超过两页，请缩短名称、单位，或合并几段。"); }
    if (blank.length) { lines.unshift("还没有填：" + blank.join("、") + "。"); }
    showState(faults ? "有 " + faults + " 处写得不对，改好才能下载。"
      : lines.length ? "可以先下载或打印，还请看一看：" : "都填好了，没有发现问题。", lines);
    showSheet();
    byId("rg-yaml").textContent = record();
    return faults;
  }

  // 没有变就不动，读屏软件才不会每打一个字念一遍。
  function showState(state, lines) {
    const [place, items] = [byId("rg-state"), byId("rg-open")];
    if (place.textContent === state && Array.from(items.children).map((item) => item.textContent).join() === lines.join()) { return; }
    place.textContent = state;
    items.textContent = "";
    lines.forEach((text) => items.appendChild(make("li", text)));
    items.hidden = !lines.length;
  }

  function shown(field) {
    const value = get(field);
    const day = field.kind === "date" && value && parseDay(value);
    return day ? chinese(day) : value;
  }

  function showSheet() {
    all("[data-shows]").forEach(function (place) {
      const value = shown(fields.find((field) => field.key === place.dataset.shows));
      place.textContent = "";
      if (place.tagName === "DIV") {
        value.split("\n").forEach((part) => place.appendChild(make("p", part)));
      } else {
        place.textContent = value || place.dataset.blank || "";
      }
    });
    all("[data-ticks]").forEach(function (place) {
      const field = fields.find((one) => one.key === place.dataset.ticks);
      place.textContent = get(field) === place.dataset.value ? "☑" : "□";
    });
  }

  // ---- 草稿，只在这台设备上

  const KEY = "rg-draft:" + location.pathname;

  function save() {
    const draft = { consent: byId("rg-consent").checked };
    fields.forEach((field) => { draft[field.key] = field.kind === "choice" ? get(field) : field.input.value; });
    try {
      localStorage.setItem(KEY, JSON.stringify(draft));
      byId("rg-saved").textContent = "草稿已存在这个浏览器里。";
    } catch (error) {
      byId("rg-saved").textContent = "这个浏览器不让存草稿，关掉页面就没有了，请及时下载。";
    }
  }

  function restore() {
    let draft = null;
    try { draft = JSON.parse(localStorage.getItem(KEY)); } catch (error) { draft = null; }
    if (!draft) { return; }
    fields.forEach((field) => { if (typeof draft[field.key] === "string") { set(field, draft[field.key]); } });
    byId("rg-consent").checked = draft.consent === true;
    byId("rg-saved").textContent = "上次的草稿还在，已经填上。";
  }

  function clear() {
    if (!window.confirm("清除所填的全部内容和草稿？清除后不能恢复。")) { return; }
    try { localStorage.removeItem(KEY); } catch (error) { /* 本来就没有存 */ }
    form.reset();
    fields.forEach((field) => count(field, 0));
    show();
    byId("rg-saved").textContent = "已清除。";
    fields[0].input.focus();
  }

  // ---- Word 表

  let parts = null;

  function load() {
    return fetch(form.dataset.parts).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer.json();
    }).then((told) => { parts = told; });
  }

  function filled() {
    const texts = {};
    const ticks = [];
    fields.filter((field) => !field.beside && get(field)).forEach(function (field) {
      if (field.kind === "choice") {
        ticks.push(field.key + "_" + (field.inputs.findIndex((input) => input.checked) + 1));
      } else {
        texts[field.key] = shown(field).split("\n");
      }
    });
    return window.rgWordForm.write(parts, texts, ticks);
  }

  // 文件名里不能有的半角符号换成全角。
  function fileName() {
    const name = fed("name") ? get(fed("name")) : "";
    return name.replace(/[\\/:*?"<>|]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replace(/^\.+/, "") +
      (name ? "申报表" : form.dataset.title) + ".docx";
  }

  function download(event) {
    event.preventDefault();
    if (show()) {
      const first = fields.find((field) => field.inputs.some((input) => input.hasAttribute("aria-invalid")));
      first.input.focus();
      return;
    }
    (parts ? Promise.resolve() : load()).then(function () {
      const link = make("a", "");
      link.href = URL.createObjectURL(filled());
      link.download = fileName();
      document.body.appendChild(link);
      link.click();
      document.body.removeChild(link);
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      byId("rg-saved").textContent = "已写好“" + link.download + "”，请看浏览器的下载。";
    }).catch(function () {
      byId("rg-saved").textContent = "取不到空白表，请检查网络后再按一次。草稿还在。";
    });
  }

  // ---- 名册记录的草稿

  const KEYS = list(form.dataset.keys);

  function meant(field, piece) {
    return field.offers.find((offer) => offer.value === piece || (offer.dataset.former || "").split("、").indexOf(piece) >= 0);
  }

  // 键（如 leader.name）到值；词表里没有的写进 left，成为注释。
  function values(left) {
    const found = {};
    fields.filter((field) => field.feeds.length && get(field)).forEach(function (field) {
      const value = get(field);
      if (field.offers.length) {
        value.split(/[、，,；;\/]/).map((piece) => piece.trim()).filter(Boolean).forEach(function (piece) {
          const offer = meant(field, piece);
          if (offer && !found[offer.dataset.feeds]) { found[offer.dataset.feeds] = offer.value; } else { left.push(field.label + "“" + piece + "”" + (offer ? "只能写一个" : "不在词表里")); }
        });
      } else if (field.kind === "date") {
        const day = parseDay(value);
        if (day) { found[field.feeds[0]] = iso(day); }
      } else if (KEYS.indexOf(field.feeds[0]) >= 0) {
        found[field.feeds[0]] = value;
      } else {
        left.push("申报表写的" + field.label + "：" + value);
      }
    });
    return found;
  }

  function record() {
    const left = [];
    const found = values(left);
    const filledOn = fields.find((field) => field.kind === "date" && field.head && parseDay(get(field)));
    const day = filledOn ? iso(parseDay(get(filledOn))) : "";
    if (byId("rg-consent").checked && found["leader.name"]) {
      found["leader.basis.kind"] = "本人同意";
      found["leader.basis.date"] = day.length === 10 ? day : iso(today);
    } else {
      if (found["leader.name"]) { left.push("领军人没有写入：要有本人同意，或公开报道作依据"); }
      Object.keys(found).filter((key) => key.indexOf("leader.") === 0).forEach((key) => { delete found[key]; });
    }
    const asked = fields.filter((field) => !field.beside).reduce((keys, field) => keys.concat(field.feeds), []);
    const written = Object.keys(found).filter((key) => asked.indexOf(key) >= 0).map((key) => key.split(/\.|\[/)[0]);
    found.id = "DL0000";
    found.kind = found.name && /联盟$/.test(found.name) ? "联盟" : "工作室";
    found.category = found.name ? categoryOf(found.name) : "";
    found["sources[].title"] = "《" + form.dataset.title + "》" + (found.unit ? "（" + found.unit + "）" : "");
    found["sources[].publisher"] = found.unit || "";
    found["sources[].date"] = day;
    found["sources[].supports"] = written.length ? written.filter((key, at) => written.indexOf(key) === at) : "";
    const notes = ["编号 DL0000 请换成新编号（python run.py new）。"].concat(left.map((text) => text + "。"));
    return notes.map((text) => "# " + text.replace(/\n/g, " ") + "\n").join("") + window.rgRecordText.write(KEYS, found);
  }

  function copy() {
    const done = (text) => { byId("rg-copied").textContent = text; };
    const select = function () {
      const range = document.createRange();
      range.selectNodeContents(byId("rg-yaml"));
      window.getSelection().removeAllRanges();
      window.getSelection().addRange(range);
      done("已选中，请按 Ctrl+C 或长按复制。");
    };
    if (!navigator.clipboard) { select(); return; }
    navigator.clipboard.writeText(byId("rg-yaml").textContent).then(() => done("已复制。"), select);
  }

  // ---- 开始

  let composing = false;
  function changed(target) {
    const field = fields.find((one) => one.inputs.indexOf(target) >= 0);
    if (field && field.kind !== "choice" && !field.beside) { count(field, hold(field)); }
    save();
    show();
  }
  form.addEventListener("compositionstart", () => { composing = true; });
  form.addEventListener("compositionend", (event) => { composing = false; changed(event.target); });
  form.addEventListener("input", (event) => { if (!composing && !event.isComposing) { changed(event.target); } });
  form.addEventListener("change", function (event) {
    const field = fields.find((one) => one.input === event.target && one.kind === "date");
    const day = field && parseDay(get(field));
    if (day) { field.input.value = chinese(day); }
    changed(event.target);
  });
  form.addEventListener("submit", download);
  // 开始填就取空白表，以后断了网也能下载。
  form.addEventListener("focusin", () => { load().catch(() => { /* 下载时再试 */ }); }, { once: true });
  form.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target.tagName === "INPUT") { event.preventDefault(); } });
  byId("rg-print").addEventListener("click", () => { show(); window.print(); });
  byId("rg-clear").addEventListener("click", clear);
  byId("rg-copy").addEventListener("click", copy);

  restore();
  fields.forEach((field) => count(field, 0));
  show();
  byId("rg-wechat").hidden = !/MicroMessenger/i.test(navigator.userAgent);
  form.querySelector("[type=submit]").disabled = false; // without this script a press would put what is filled in into the address
  form.hidden = false;
})();
