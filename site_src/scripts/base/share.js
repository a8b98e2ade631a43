// Buttons to hand a page on: its address without what was only this reader's way to it, and its print.

import { copy } from "./copy.js";
import { all, one, started } from "./dom.js";

for (const row of all(document, ".rg-share")) {
  const said = one(row, "[role=status]");
  const address = location.href.replace(/[?#].*/, "");
  row.addEventListener("click", async ({ target }) => {
    const what = target instanceof Element ? target.getAttribute("data-share") : "";
    said.textContent = "";
    if (what === "print") print();
    if (what === "copy") said.textContent = (await copy(address)) ? "已复制，可以粘贴了。" : `没有复制成，请自己复制：${address}`;
  });
}
started();
