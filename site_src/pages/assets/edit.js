// 新增/更正工作室：取字段表，新增时空着、更正时填好已公布的记录，边填边核对，写出 YAML，交给代码托管平台。什么也不发送。
(function () {
  "use strict";
  const page = document.getElementById("rg-edit");
  if (!page || !window.fetch || !window.URLSearchParams || !window.rgChecks || !window.rgLaws || !window.rgEditForm || !window.rgEditExplain || !window.rgForge || !window.rgRecordText) {
    document.documentElement.classList.add("rg-old");
    return;
  }
  const { make } = window.rgEditForm;
  const byId = (id) => document.getElementById(id);
  const root = page.dataset.root;
  const now = new Date();
  const today = window.rgChecks.iso([now.getFullYear(), now.getMonth() + 1, now.getDate()]);
  const asked = new URLSearchParams(window.location.search).get("id") || "";

  function get(path, kind) {
    return fetch(root + path).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer[kind]();
    });
  }

  // 已公布的一份：值都是文字，次序和字段表一样；status、path 不是记录里的键。
  function plain(fields, value) {
    const found = {};
    fields.forEach(function (field) {
      const given = value[field.key];
      if (given === undefined) { return; }
      const item = (it) => (field.fields ? plain(field.fields, it) : String(it));
      found[field.key] = field.many ? given.map(item) : item(given);
    });
    return found;
  }

  // 不在地图上标点的，导出的数据里没有坐标，原文里有：照原文补上，改别的内容时才不会丢。
  function withPoint(published, original) {
    const location = /^location:.*(?:\n(?:[ \t#].*)?)*/m.exec(original);
    ["lon", "lat"].forEach(function (key) {
      const found = location && new RegExp("(?:^|[\\s{,])" + key + ":\\s*['\"]?(-?[0-9.]+)").exec(location[0]);
      if (found && published.location && published.location[key] === undefined) { published.location[key] = found[1]; }
    });
    return published;
  }

  function start(schema, original, published) {
    const isNew = !published;
    let live = false;
    let composing = false;
    const before = published ? plain(schema.fields, published) : {};
    const id = isNew ? schema.next : published.id;
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

    function control(path) {
      const found = window.rgEditForm.find(form, path.slice());
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
    let told = [];
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
      told = problems(record);
      const yaml = written(record);
      byId("rg-unreadable").hidden = yaml !== null;
      text = yaml === null ? "" : yaml;
      byId("rg-yaml").textContent = text;
      if (text && !told.some((it) => severe(it.problem))) {
        personal(text).forEach((problem) => told.push({ control: form, problem }));
      }
      const errors = display(told);
      if (schema.forge) { aim(); }
      return errors;
    }

    function aim() {
      const { href, filled } = window.rgForge.address(schema.forge, id, text, isNew);
      const open = byId("rg-open");
      open.href = href;
      open.textContent = filled ? "在 " + schema.forge.name + " 上提交（已填好）" : "复制并打开 " + schema.forge.name + (isNew ? " 的新建页" : " 的修改页");
      open.dataset.filled = String(filled);
      byId("rg-paste").hidden = filled;
      byId("rg-paste-new").hidden = !isNew;
      byId("rg-paste-old").hidden = isNew;
    }

    // 有错的不交出去：说出来，跳到第一处。
    function ready() {
      all = true;
      const errors = update();
      if (errors.length || !text) {
        say("先把上面列出的改好。");
        if (errors.length) { byId("rg-problems").querySelector("a").focus(); }
        return false;
      }
      if (!isNew && same(values(), before)) { say("还没有改，没有要提交的。"); return false; }
      return true;
    }
    const say = (words) => { byId("rg-said").textContent = words; };

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
    byId("rg-copy").addEventListener("click", () => { if (ready()) { say(window.rgForge.copy(text) ? "已复制。" : "没能复制，请选中下面的全文再复制。"); } });
    byId("rg-download").addEventListener("click", () => { if (ready()) { window.rgForge.download(id + ".yml", text); say("已存为 " + id + ".yml。"); } });
    byId("rg-clear").addEventListener("click", clear);
    if (schema.forge) {
      byId("rg-open").addEventListener("click", function (event) {
        if (!ready()) { event.preventDefault(); return; }
        if (event.currentTarget.dataset.filled === "true") { say("已在新的页面打开，内容已经填好。"); return; }
        say(window.rgForge.copy(text) ? "已复制，请在打开的页面里粘贴。" : "没能复制，请选中下面的全文再复制，粘贴到打开的页面里。");
      });
    }
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

  const place = asked ? "workshops/" + encodeURIComponent(asked) + "/" + encodeURIComponent(asked) : "";
  get("edit/schema.json", "json").then(function (schema) {
    if (!asked) { start(schema, "", null); return null; }
    if (!new RegExp("^(?:" + schema.id + ")$").test(asked)) { fail("“" + asked + "”不是编号，编号的样子是 DL0001。"); return null; }
    return Promise.all([get(place + ".yml", "text"), get(place + ".json", "json")]).then(
      ([original, published]) => start(schema, original, withPoint(published, original)),
      () => fail("没有编号为 " + asked + " 的记录，或者网络不通。"));
  }, () => fail("取不到字段表，请检查网络后再打开这一页。"));
})();
