import { framed, text } from "./html.js";

export const data = {
  pagination: { data: "lists", size: 1, alias: "list" },
  permalink: ({ list }) => `/${list.path}/index.html`,
};

const heads = ["名称", "领衔人", "单位", "区域", "行业", "级别和年度"].map((it) => `<th scope="col">${it}</th>`).join("");
const row = (it) =>
  `<tr><th scope="row"><a href="/workshops/${it.id}/">${text(it.name)}</a></th><td data-label="领衔人">${text(it.row.leader)}</td><td data-label="单位">${text(it.row.unit)}</td><td data-label="区域">${text(it.row.district)}</td><td data-label="行业">${text(it.row.industry)}</td><td data-label="级别和年度">${text(it.row.named)}</td></tr>\n`;

export const render = ({ list, byId }) =>
  framed(
    list.title,
    list.title,
    `${list.path}/`,
    `<h1 class="rg-worded">${text(list.title)}</h1>
<p class="rg-note">${text(list.note)}</p>
<table class="rg-table rg-cards"><thead><tr>${heads}</tr></thead><tbody>
${list.ids.map((id) => row(byId[id])).join("")}</tbody></table>`,
  );
