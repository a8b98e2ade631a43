// 代码托管平台的“新建文件”和“修改文件”页面的地址，以及复制和下载。
(function () {
  "use strict";
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

  // 复制：旧浏览器、没有 https 的网站上，用选中再复制的老办法。
  function copy(text) {
    const box = document.createElement("textarea");
    box.value = text;
    box.className = "rg-hidden";
    box.setAttribute("aria-hidden", "true");
    document.body.appendChild(box);
    const focused = document.activeElement;
    box.select();
    let done = false;
    try { done = document.execCommand("copy"); } catch (refused) { done = false; }
    document.body.removeChild(box);
    if (focused && focused.focus) { focused.focus(); }
    return done;
  }

  function download(name, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/x-yaml" }));
    link.download = name;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  window.rgForge = { path, address, copy, download };
})();
