// 在线填写申报表：边填边核对，草稿存在本机，填进 Word 表的内容控件，打印，写出名册记录的草稿。什么也不发送。
(function () {
  "use strict";
  const form = document.getElementById("rg-application");
  if (!form || !window.TextEncoder || !window.DOMParser || !window.fetch || !window.rgWordForm || !window.rgRecordText || !window.rgApplicationChecks || !window.rgApplicationOutputs) {
    document.documentElement.classList.add("rg-old");
    return;
  }
  const { all, size, parseDay, chinese, get, set, hold, shown } = window.rgApplicationBoxes;
  const fields = window.rgApplicationBoxes.read(form);
  const { about, aboutRoom, categoryOf } = window.rgApplicationChecks.make(form, fields);
  const outputs = window.rgApplicationOutputs.make(form, fields, categoryOf);
  const byId = (id) => document.getElementById(id);
  const make = (tag, text) => { const made = document.createElement(tag); made.textContent = text; return made; };

  // ---- 显示

  function tell(field, said) {
    field.told.textContent = said ? said.text : "";
    field.told.classList.toggle("rg-wrong", Boolean(said && said.wrong));
    field.inputs.forEach((input) => {
      if (said && said.wrong) { input.setAttribute("aria-invalid", "true"); } else { input.removeAttribute("aria-invalid"); }
    });
  }

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
    byId("rg-yaml").textContent = outputs.record(byId("rg-consent").checked);
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

  // ---- 下载、复制

  let parts = null;

  function load() {
    return fetch(form.dataset.parts).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer.json();
    }).then((told) => { parts = told; });
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
      link.href = URL.createObjectURL(outputs.word(parts));
      link.download = outputs.fileName();
      document.body.appendChild(link);
      link.click();
      document.body.removeChild(link);
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      byId("rg-saved").textContent = "已写好“" + link.download + "”，请看浏览器的下载。";
    }).catch(function () {
      byId("rg-saved").textContent = "取不到空白表，请检查网络后再按一次。草稿还在。";
    });
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
