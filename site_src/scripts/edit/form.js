// 照 edit/schema.json 的字段表搭出要填的栏目：一个栏目一个控件，各有取值、填值、问题和焦点。
(function () {
  "use strict";
  let serial = 0;
  function make(tag, attributes, ...children) {
    const made = document.createElement(tag);
    Object.keys(attributes || {}).forEach((key) => { if (attributes[key] !== undefined) { made.setAttribute(key, attributes[key]); } });
    children.forEach((child) => made.appendChild(typeof child === "string" ? document.createTextNode(child) : child));
    return made;
  }
  const button = (text, press) => {
    const made = make("button", { type: "button", class: "md-button" }, text);
    made.addEventListener("click", press);
    return made;
  };

  // about：checks（核对）、schema、find（找个人信息，可能没有）、today、changed（改了以后做什么）、keys（来源能证明的键）。
  function builder(about) {
    const { schema, checks } = about;

    // ---- 一个值

    // 说明、要选的、问题都用 aria-describedby 连在输入框上。
    function framed(field, id, input, tag) {
      const told = make("p", { class: "rg-told", id: id + "-told" });
      const notes = [field.help, field.kind === "day" || field.kind === "url" || field.kind === "decimal" ? field.words : ""].filter(Boolean);
      const help = make("p", { class: "rg-help", id: id + "-help" }, notes.join("。"));
      const name = make(tag === "fieldset" ? "legend" : "label", tag === "fieldset" ? {} : { for: id }, field.label, make("code", { class: "rg-key", "aria-hidden": "true" }, field.key));
      if (field.required) { name.appendChild(make("span", { class: "rg-must" }, "必填")); }
      const box = make(tag, { class: "rg-field", "data-key": field.key }, name, help, input, told);
      (tag === "fieldset" ? box : input).setAttribute("aria-describedby", (notes.length ? id + "-help " : "") + id + "-told");
      if (!notes.length) { box.removeChild(help); }
      return { box, told };
    }

    function show(input, told, problem) {
      const words = problem ? problem.message + "。" + problem.remedy : "";
      if (told.textContent !== words) { told.textContent = words; }
      told.classList.toggle("rg-wrong", Boolean(problem) && schema.warnings.indexOf(problem.code) < 0);
      if (problem) { input.setAttribute("aria-invalid", "true"); } else { input.removeAttribute("aria-invalid"); }
    }

    const option = (value, text) => make("option", { value }, text || value);
    function choices(field) {
      if (field.kind === "choice") { return field.options.map((word) => option(word)); }
      if (field.kind === "notice") {
        return schema.notices.filter((notice) => !field.of || notice[3] === field.of).map(([id, title, date]) => option(id, id + "　" + title + "（" + date + "）"));
      }
      return schema.vocabularies[field.vocabulary].terms.filter((term) => !term[3] && (field.by !== "code" || term[1])).map(([name, code]) => (field.by === "code" ? option(code, code + " " + name) : option(name)));
    }

    function input(field, id) {
      if (field.kind === "prose") { return make("textarea", { id, rows: "7" }); }
      if (["choice", "term", "notice"].indexOf(field.kind) >= 0) {
        const select = make("select", { id }, option("", "（不填）"));
        choices(field).forEach((one) => select.appendChild(one));
        return select;
      }
      const mode = { integer: "numeric", decimal: "decimal", url: "url" }[field.kind];
      return make("input", { id, type: "text", autocomplete: "off", inputmode: mode, list: field.offered ? id + "-list" : undefined });
    }

    const DIRECT = ["text", "prose", "pattern", "url"];
    function one(field) {
      const id = "e-" + (serial += 1);
      const given = input(field, id);
      const { box, told } = framed(field, id, given, "div");
      if (field.offered) {
        box.appendChild(make("datalist", { id: id + "-list" }, ...schema.vocabularies[field.offered].terms.filter((term) => !term[3]).map((term) => option(term[0]))));
      }
      const control = { field, box, touched: false, focus: () => given.focus(), id };
      control.get = () => checks.written(field, given.value) || undefined;
      control.set = function (value) {
        if (given.tagName === "SELECT" && value && !Array.from(given.options).some((it) => it.value === value)) { given.appendChild(option(value)); }
        given.value = value || "";
      };
      control.problems = function () {
        const found = checks.value(field, given.value) || (DIRECT.indexOf(field.kind) >= 0 && about.find ? about.find(given.value, about.today)[0] : null);
        return found ? [{ control, problem: found }] : [];
      };
      control.show = (problem) => show(given, told, problem);
      given.addEventListener("change", () => { control.touched = true; about.changed(); });
      given.addEventListener("input", () => about.changed());
      if (field.kind === "prose") { counter(field, id, box, given); }
      return control;
    }

    function counter(field, id, box, given) {
      const rule = field.rules[0];
      const told = make("p", { class: "rg-counter", id: id + "-count" });
      const count = () => { told.textContent = Array.from(given.value.replace(/\s/g, "")).length + "/" + rule.most + " 字"; };
      given.setAttribute("aria-describedby", given.getAttribute("aria-describedby") + " " + id + "-count");
      given.addEventListener("input", count);
      box.insertBefore(told, box.lastChild);
      count();
    }

    // 来源能证明哪些键：勾选已经填了的各项。
    function keys(field) {
      const id = "e-" + (serial += 1);
      const list = make("div", { class: "rg-keys" });
      const { box, told } = framed(Object.assign({}, field, { help: "勾选这条来源写到的内容" }), id, list, "fieldset");
      box.id = id;
      let chosen = [];
      const control = { field, box, id, touched: false, focus: () => (list.querySelector("input") || box).focus() };
      control.refresh = function () {
        const offered = about.keys().concat(chosen.filter((key) => !about.keys().some((it) => it[0] === key)).map((key) => [key, key]));
        const now = offered.map((it) => it[0]).join(" ");
        if (list.dataset.now === now) { return; }
        list.dataset.now = now;
        list.textContent = "";
        offered.forEach(function ([key, label]) {
          const tick = make("input", { type: "checkbox", value: key });
          tick.checked = chosen.indexOf(key) >= 0;
          tick.addEventListener("change", function () {
            control.touched = true;
            chosen = chosen.filter((it) => it !== key).concat(tick.checked ? key : []);
            about.changed();
          });
          list.appendChild(make("label", {}, tick, " " + label));
        });
      };
      control.get = () => (chosen.length ? chosen.slice() : undefined);
      control.set = (value) => { chosen = (value || []).slice(); list.dataset.now = "?"; control.refresh(); };
      control.problems = () => [].concat(...chosen.map((key) => checks.value(field, key) || [])).map((problem) => ({ control, problem }));
      control.show = (problem) => show(box, told, problem);
      return control;
    }

    // ---- 一组键

    function group(field, fields, labelOf, wanted) {
      const children = fields.filter(wanted || (() => true)).map(built);
      const [first, more] = [children.filter((it) => it.field.first), children.filter((it) => !it.field.first)];
      const box = make("fieldset", { class: "rg-group", "data-key": field ? field.key : undefined });
      if (field) { box.appendChild(make("legend", {}, field.label)); }
      if (field && field.help) { box.appendChild(make("p", { class: "rg-help" }, field.help)); }
      const shown = first.length ? first : children;
      shown.forEach((it) => box.appendChild(it.box));
      if (first.length && more.length) {
        const words = more.map((it) => it.field.label).join("、");
        box.appendChild(make("details", { class: "rg-more" }, make("summary", {}, (field ? field.label + "的" : "") + "其他内容：" + words), ...more.map((it) => it.box)));
      }
      const control = { field, box, children, touched: false, focus: () => children[0].focus(), id: shown[0].id };
      control.get = function () {
        const found = {};
        children.forEach(function (child) { const value = child.get(); if (value !== undefined) { found[child.field.key] = value; } });
        return Object.keys(found).length ? found : undefined;
      };
      control.set = (value) => children.forEach((child) => child.set((value || {})[child.field.key]));
      control.problems = function (whole) {
        const told = [].concat(...children.map((child) => child.problems()));
        if (!whole && control.get() === undefined) { return told; }
        children.filter((child) => child.field.required && child.get() === undefined).forEach(function (child) {
          const { label, key, words } = child.field;
          told.push({ control: child, missing: true, problem: checks.table("required", { label, key, words, table: labelOf }) });
        });
        return told;
      };
      control.show = () => {};
      return control;
    }

    // ---- 几项

    function many(field) {
      const box = make("fieldset", { class: "rg-list", "data-key": field.key }, make("legend", {}, field.label));
      if (field.help) { box.appendChild(make("p", { class: "rg-help" }, field.help)); }
      const list = make("div");
      const told = make("p", { class: "rg-told", id: "e-" + (serial += 1) });
      const single = Object.assign({}, field, { required: false, many: undefined, help: undefined });
      let items = [];
      const control = { field, box, touched: false };
      function number() {
        items.forEach(function (item, at) {
          item.drop.textContent = "删去" + field.label + " " + (at + 1);
          const name = item.control.box.querySelector("legend, label");
          name.firstChild.textContent = field.label + " " + (at + 1);
        });
        add.textContent = items.length ? "再加一项" + field.label : "加一项" + field.label;
        control.id = items.length ? items[0].control.id : add.id;
      }
      function append(value) {
        const item = { control: field.fields ? group(single, field.fields, field.label_of) : one(single) };
        item.drop = button("", function () {
          const at = items.indexOf(item);
          items.splice(at, 1);
          list.removeChild(item.box);
          number();
          about.changed();
          (items.length ? items[Math.min(at, items.length - 1)].control : { focus: () => add.focus() }).focus();
        });
        item.box = make("div", { class: "rg-item" }, item.control.box, item.drop);
        items.push(item);
        list.appendChild(item.box);
        item.control.set(value);
        number();
        return item;
      }
      const add = button("", () => { append(undefined).control.focus(); about.changed(); });
      add.id = "e-" + (serial += 1);
      box.appendChild(list);
      box.appendChild(told);
      box.appendChild(add);
      const filled = () => items.filter((item) => item.control.get() !== undefined);
      control.focus = () => (items.length ? items[0].control.focus() : add.focus());
      control.get = () => (filled().length ? filled().map((item) => item.control.get()) : undefined);
      control.set = function (values) {
        items.forEach((item) => list.removeChild(item.box));
        items = [];
        (values || (field.first ? [undefined] : [])).forEach(append);
        number();
      };
      control.at = (place) => filled()[place].control;
      control.problems = function () {
        const found = [].concat(...items.map((item) => item.control.problems()));
        const values = filled().map((item) => item.control.get());
        const { label } = field;
        if (values.length > field.many) { found.push({ control, problem: checks.table("many", { label, length: values.length, most: field.many }) }); }
        values.forEach(function (value, place) {
          if (typeof value !== "string" || values.indexOf(value) === place) { return; }
          found.push({ control: control.at(place), problem: checks.table("twice", { label, short: window.rgChecks.short(value) }) });
        });
        return found;
      };
      control.show = (problem) => show(add, told, problem);
      add.setAttribute("aria-describedby", told.id);
      control.each = () => items.map((item) => item.control);
      control.set(undefined);
      return control;
    }

    function built(field) {
      if (field.kind === "keys") { return keys(field); }
      if (field.many) { return many(field); }
      return field.fields ? group(field, field.fields, field.label_of) : one(field);
    }

    return { group };
  }

  // 控件里的每一个，连同里面的。
  function walk(control, visit) {
    visit(control);
    (control.children || (control.each ? control.each() : [])).forEach((child) => walk(child, visit));
  }

  window.rgEditForm = { builder, walk, make };
})();
