// 新增/更正工作室：取字段表，新增时空着、更正时填好已公布的记录，边填边核对，写出 YAML，交给代码托管平台。什么也不发送。
(function () {
  "use strict";
  const page = document.getElementById("rg-edit");
  if (!page || !window.fetch || !window.URLSearchParams || !window.rgChecks || !window.rgLaws || !window.rgEditForm || !window.rgEditExplain || !window.rgEditOpen || !window.rgForge || !window.rgRecordText) {
    document.documentElement.classList.add("rg-old");
    return;
  }
  const { make } = window.rgEditForm;
  const byId = (id) => document.getElementById(id);
  const now = new Date();
  const today = window.rgChecks.iso([now.getFullYear(), now.getMonth() + 1, now.getDate()]);

  // 参数是 rgEditOpen.open 取来的。
  function start({ schema, original, published }) {
    const isNew = !published;
    let live = false;
    let composing = false;
    const before = published || {};
    const id = isNew ? schema.next : before.id;
    const checks = window.rgChecks.make(schema, today);
    const finder = window.rgPersonal && window.rgPersonal.make(schema.personal);
    const about = { schema, checks, find: finder, today, changed: () => changed(), keys: () => (live ? offered() : []) };
    const { group } = window.rgEditForm.builder(about);
    const form = group(null, schema.fields, schema.label, (field) => field.asked);
    // 必填的几选一，先选第一个。
    const usual = {};
    schema.fields.filter((field) => field.required && field.options).forEach((field) => { usual[field.key] = field.options[0]; });
    const order = schema.fields.map((field) => field.key);
    let all = false;

    // ---- 记录

    function sorted(values) {
      const found = {};
      order.forEach((key) => { if (values[key] !== undefined) { found[key] = values[key]; } });
      return found;
    }

    function values() {
      const found = Object.assign({ id }, form.get());
      if (before.corrections) { found.corrections = before.corrections; }
      return sorted(found);
    }

    // 来源能证明的：已经填了的各项，领衔人细到下一层。
    function offered() {
      const found = form.get() || {};
      const labels = [];
      schema.fields.filter((field) => field.asked && found[field.key] !== undefined && ["sources", "photos", "kind"].indexOf(field.key) < 0).forEach(function (field) {
        const inner = field.fields && !field.many ? field.fields.filter((it) => found[field.key][it.key] !== undefined && it.key !== "basis") : [];
        if (!inner.length) { labels.push([field.key, field.label]); }
        inner.forEach((it) => labels.push([field.key + "." + it.key, field.label + "的" + it.label]));
      });
      return labels;
    }

    // 改了已公布的内容，要说明。
    const explained = isNew ? null : window.rgEditExplain.explaining({ schema, before, today, place: byId("rg-explain"), group, changed: () => changed() });
    const whole = (record) => (explained ? sorted(explained.whole(record)) : record);

    // ---- 核对

    const severe = (problem) => schema.warnings.indexOf(problem.code) < 0;
    const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

    function problems(record) {
      const told = form.problems(true);
      const bad = told.some((it) => severe(it.problem));
      window.rgLaws.within(schema, record).forEach(function ({ path, problem }) {
        // 补上来才看得出的（基本情况还没填完），先不说。
        if (bad && told.some((it) => it.missing) && !all) { return; }
        told.push({ control: control(path), problem });
      });
      return told.concat(explained ? explained.problems() : []);
    }

    // path（如 designations、0、title）所指的控件。
    function control(path) {
      const found = path.reduce((it, step) => (typeof step === "number" ? it.at(step) : it.children.find((child) => child.field.key === step)), form);
      return found.children && !found.each ? found.children[0] : found;
    }

    // 看得见的问题：碰过的栏目，或按过按钮以后的全部。
    function display(told) {
      const shown = told.filter((it) => all || (!it.missing && (it.control.touched || it.control.each)) || (!it.missing && !isNew));
      const mark = (root_) => window.rgEditForm.walk(root_, function (one) {
        const own = shown.find((it) => it.control === one);
        one.show(own ? own.problem : null);
        if (one.refresh) { one.refresh(); }
      });
      mark(form);
      if (explained) { explained.controls().forEach(mark); }
      const list = byId("rg-problems");
      list.textContent = "";
      shown.forEach(function (it) {
        const link = make("a", { href: "#" + it.control.id }, (it.control.field ? it.control.field.label + "：" : "") + it.problem.message);
        link.addEventListener("click", function (event) {
          event.preventDefault();
          unfold(it.control.box);
          it.control.focus();
        });
        list.appendChild(make("li", {}, link));
      });
      list.hidden = !shown.length;
      const errors = told.filter((it) => severe(it.problem));
      const missing = errors.filter((it) => it.missing).length;
      const words = !errors.length ? (isNew || !same(values(), before) ? "看不出问题，可以提交了。" : "还没有改。") : missing === errors.length ? "还缺 " + missing + " 项必填的。" : "有 " + errors.length + " 处要改或要补。";
      if (byId("rg-state").textContent !== words) { byId("rg-state").textContent = words; }
      return errors;
    }

    function unfold(box) {
      for (let it = box; it; it = it.parentElement) { if (it.tagName === "DETAILS") { it.open = true; } }
    }

    // ---- 写出来

    let text = "";
    function written(record) {
      const found = whole(record);
      if (isNew) { return schema.modeline + "\n" + window.rgRecordText.record(found); }
      return window.rgRecordText.merge(original, before, found, order);
    }

    // 原文注释里的也要查。
    function personal(yaml) {
      return finder ? [].concat(...yaml.split("\n").map((line) => finder(line, today))) : [];
    }

    function update() {
      const record = values();
      if (explained) { explained.update(record); }
      const told = problems(record);
      const yaml = written(record);
      byId("rg-unreadable").hidden = yaml !== null;
      text = yaml === null ? "" : yaml;
      byId("rg-yaml").textContent = text;
      if (text && !told.some((it) => severe(it.problem))) {
        personal(text).forEach((problem) => told.push({ control: form, problem }));
      }
      const errors = display(told);
      buttons.aim(text);
      return errors;
    }

    // 要交出去的全文；有错的不交出去，说出来，跳到第一处，返回空。
    function ready() {
      all = true;
      const errors = update();
      if (errors.length || !text) {
        say("先把上面列出的改好。");
        if (errors.length) { byId("rg-problems").querySelector("a").focus(); }
        return "";
      }
      if (!isNew && same(values(), before)) { say("还没有改，没有要提交的。"); return ""; }
      return text;
    }
    const say = (words) => { byId("rg-said").textContent = words; };
    const buttons = window.rgForge.buttons({ forge: schema.forge, id, isNew, ready, say });

    // ---- 草稿，只在本机

    const STORE = "rg-edit " + (isNew ? "new" : id);
    function save() {
      const given = explained ? explained.kept() : [];
      try { localStorage.setItem(STORE, JSON.stringify({ values: form.get(), given, original })); } catch (full) { /* 存不了就不存 */ }
    }

    function restore() {
      let kept = null;
      try { kept = JSON.parse(localStorage.getItem(STORE)); } catch (broken) { kept = null; }
      form.set(isNew ? usual : before);
      if (!kept || typeof kept.values !== "object") { return; }
      form.set(kept.values);
      if (explained) {
        explained.update(values());
        explained.restore(kept.given || []);
      }
      byId("rg-saved").textContent = "上次没有做完的草稿还在，已经填上。" + (kept.original === original ? "" : "这份记录后来改过，请核对。");
    }

    function clear() {
      if (!window.confirm("清除这台设备上的草稿，重新开始？")) { return; }
      try { localStorage.removeItem(STORE); } catch (refused) { /* 没有存过 */ }
      window.location.reload();
    }

    function changed() {
      if (composing || !live) { return; }
      update();
      save();
    }

    // ---- 开始

    const box = byId("rg-form");
    box.appendChild(form.box);
    box.addEventListener("compositionstart", () => { composing = true; });
    box.addEventListener("compositionend", () => { composing = false; changed(); });
    byId("rg-which").textContent = isNew ? "新增：编号 " + id : "更正：" + id + "　" + before.name;
    byId("rg-which-new").hidden = !isNew;
    byId("rg-which-old").hidden = isNew;
    byId("rg-nofind").hidden = Boolean(finder);
    byId("rg-clear").addEventListener("click", clear);
    restore();
    live = true;
    update();
    if (window.location.hash === "#all") { all = true; update(); }
    byId("rg-opening").hidden = true;
    page.hidden = false;
  }

  function fail(words) {
    byId("rg-failed").textContent = words;
    byId("rg-failed").hidden = false;
    byId("rg-opening").hidden = true;
  }

  window.rgEditOpen.open(page.dataset.root, new URLSearchParams(window.location.search).get("id") || "").then(start, fail);
})();
