// Hands a written record on: the addresses of the forge's pages for a new file and for an edit, copying and downloading.

import { copySelected } from "../base/copy.js";

(function () {
  // DL1469 在 workshops/1000/DL1469.yml。
  function path(id) {
    const thousand = Math.floor(Number(id.slice(2)) / 1000) * 1000;
    return "workshops/" + String(thousand).padStart(4, "0") + "/" + id + ".yml";
  }

  // forge：edit/schema.json 的 forge。地址带得下全文的（filled），打开就填好了；带不下的只打开，要粘贴。
  function address(forge, id, text, isNew) {
    const place = path(id);
    const [folder, name] = [place.slice(0, place.lastIndexOf("/")), place.slice(place.lastIndexOf("/") + 1)];
    if (!isNew) { return { href: forge.edit + place, filled: false }; }
    const named = forge.new + folder + "?filename=" + encodeURIComponent(name);
    const whole = named + "&value=" + encodeURIComponent(text);
    if (forge.fills && whole.length <= forge.most) { return { href: whole, filled: true }; }
    return { href: forge.fills ? named : forge.new + folder, filled: false };
  }

  function download(name, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/x-yaml" }));
    link.download = name;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  // 提交的几个按钮。forge 没有设置的为空；ready()：要交出去的全文，还不能交的为空；say(话)：说给人听。
  function buttons({ forge, id, isNew, ready, say }) {
    const byId = (name) => document.getElementById(name);
    const copied = (text, done, failed) => say(copySelected(text) ? "已复制" + done : "没能复制，请选中下面的全文再复制" + failed);
    byId("rg-copy").addEventListener("click", function () {
      const text = ready();
      if (text) { copied(text, "。", "。"); }
    });
    byId("rg-download").addEventListener("click", function () {
      const text = ready();
      if (text) { download(id + ".yml", text); say("已存为 " + id + ".yml。"); }
    });
    if (!forge) { return { aim: () => {} }; }
    const open = byId("rg-open");
    open.addEventListener("click", function (event) {
      const text = ready();
      if (!text) { event.preventDefault(); return; }
      if (open.dataset.filled === "true") { say("已在新的页面打开，内容已经填好。"); return; }
      copied(text, "，请在打开的页面里粘贴。", "，粘贴到打开的页面里。");
    });

    // 链接照现在的全文指过去。
    function aim(text) {
      const { href, filled } = address(forge, id, text, isNew);
      open.href = href;
      open.textContent = filled ? "在 " + forge.name + " 上提交（已填好）" : "复制并打开 " + forge.name + (isNew ? " 的新建页" : " 的修改页");
      open.dataset.filled = String(filled);
      byId("rg-paste").hidden = filled;
      byId("rg-paste-new").hidden = !isNew;
      byId("rg-paste-old").hidden = isNew;
    }
    return { aim };
  }

  window.rgForge = { address, buttons };
})();
