import { framed, text } from "./html.js";

export const data = {
  pagination: { data: "achievements", size: 1, alias: "list" },
  permalink: ({ list }) => `/achievements/${list.path}/index.html`,
};

const entry = (it) =>
  `<tr><th scope="row">${text(it.title)}</th><td data-label="数量">${text(it.size || "未写明")}</td><td data-label="凭据">${text(it.evidence || "待补充")}</td><td data-label="工作室"><a href="/workshops/${it.id}/">${text(it.name)}</a></td></tr>\n`;

export const render = ({ list }) =>
  framed(
    list.title,
    list.title,
    `achievements/${list.path}/`,
    `<h1>${text(list.title)}</h1>
<p class="rg-note">${text(list.note)}</p>
<table class="rg-table rg-cards"><tbody>
${list.entries.map(entry).join("")}</tbody></table>`,
  );
