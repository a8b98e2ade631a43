// 新增时，离开名称、曾用名、单位、领衔人的栏目，就到名册里找：已有差不多一样的，说一声，填的照样填。不向别的网站取任何东西。
(function () {
  "use strict";
  const MOST = 3;

  // 比名称时去掉各家都有的字、括号和空格，全角半角不分；和检查程序是同一条规定，common 就是它的写法（generator/rules/duplicates.py）。
  function bare(name, common) {
    return name.normalize("NFKC").replace(new RegExp(common, "g"), "");
  }

  // 名册的各行（workshops/rows.json）里，哪几行的名称几乎一样，哪几行的领衔人和单位都相同。
  function like(rows, record, common) {
    const names = [record.name].concat(record.former_names).map((name) => bare(name, common)).filter(Boolean);
    const all = rows.id.map((_, row) => row);
    const named = all.filter((row) => [rows.name[row]].concat(rows.former[row]).some((name) => names.indexOf(bare(name, common)) >= 0));
    const led = all.filter((row) => record.leader && record.unit && rows.leader[row] === record.leader && rows.unit[row] === record.unit);
    return { named, led: led.filter((row) => named.indexOf(row) < 0) };
  }

  window.rgEditSame = { bare, like };

  const page = document.getElementById("rg-edit"), form = document.getElementById("rg-form");
  if (!page || !form || !window.fetch || !String.prototype.normalize || new URLSearchParams(window.location.search).get("id")) { return; }
  const told = document.createElement("div");
  told.setAttribute("role", "status");
  told.className = "rg-same";
  let asked = null, last = "";

  function rows() {
    asked = asked || fetch(page.dataset.root + "workshops/rows.json").then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
    asked.catch(() => { asked = null; });
    return asked.then((data) => data.rows);
  }

  // 直接在 within 下面、不在别的键里面的那一栏。
  function box(key, within) {
    return Array.from(within.querySelectorAll("[data-key=" + key + "]")).find((it) => (it.parentNode.closest("[data-key]") || form) === within);
  }

  function values(found) {
    return found ? Array.from(found.querySelectorAll("input")).map((input) => input.value.trim()).filter(Boolean) : [];
  }

  function record() {
    const one = (found) => values(found)[0] || "";
    const leader = box("leader", form);
    return { name: one(box("name", form)), former_names: values(box("former_names", form)), unit: one(box("unit", form)), leader: one(leader && box("name", leader)) };
  }

  function link(text, address) {
    const made = document.createElement("a");
    made.textContent = text;
    made.href = page.dataset.root + address;
    return made;
  }

  function line(held, row, start, end) {
    const made = document.createElement("p"), id = held.id[row];
    made.append(start, link(held.name[row], "workshops/" + id + "/"), "（" + id + (held.unit[row] ? "，" + held.unit[row] : "") + "）" + end + "，要", link("更正它", "edit/?id=" + id), "吗？");
    return made;
  }

  function tell(held, { named, led }) {
    const one = record(), same = named.filter((row) => one.unit && held.name[row] === one.name && held.unit[row] === one.unit);
    const lines = named.map((row) => line(held, row, "名册里已有", same.indexOf(row) < 0 ? "" : "，名称和单位都相同，是同一个工作室"))
      .concat(led.map((row) => line(held, row, "名册里的", "，领衔人和单位都相同")));
    const rest = document.createElement("p"), others = named.concat(led).filter((row) => same.indexOf(row) < 0).slice(0, MOST).map((row) => held.id[row]);
    rest.textContent = others.length ? "确实是另一个工作室的，接着填，在“不是同一个”里写上 " + others.join("、") + "；那份记录里也要写上这一份的编号。" : "";
    told.replaceChildren(...lines.slice(0, MOST), ...(lines.length ? [rest] : []));
  }

  form.addEventListener("focusout", function () {
    const given = record(), now = JSON.stringify(given);
    if (now === last || !given.name) { return; }
    last = now;
    box("name", form).appendChild(told);
    rows().then(function (held) { if (last === now) { tell(held, like(held, given, form.dataset.common)); } }, () => { last = ""; });
  });
})();
