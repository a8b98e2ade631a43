import { framed, link, text } from "./html.js";

export const data = {
  pagination: { data: "records", size: 1, alias: "record" },
  permalink: ({ record }) => `/v/${record.id}/index.html`,
};

const named = (it) =>
  `<li><strong>${text(it.title)}</strong>（${text(it.level)}），<span class="rg-together">${text(it.date)}</span>：${it.notice ? link(it.notice) : "公开报道，待主管工会核定"}</li>\n`;

export const render = ({ record }) =>
  framed(
    `核验：${record.name}`,
    record.description,
    `v/${record.id}/`,
    `<nav class="rg-crumbs" aria-label="所在位置"><a href="/">首页</a> › <a href="/v/">核验</a> › ${record.id}</nav>
<h1 class="rg-worded">${text(record.name)}</h1>
<p class="rg-verdict"><strong>${text(record.verdict.word)}</strong> <span>${text(record.verdict.sentence)}</span></p>
<dl class="rg-facts"><div><dt>编号</dt><dd>${record.id}</dd></div><div><dt>单位</dt><dd>${text(record.row.unit)}</dd></div><div><dt>最高级别</dt><dd>${text(record.level)}</dd></div></dl>
<h2>依据</h2><ul>
${record.named.map(named).join("")}</ul>
<p class="rg-whole"><a href="/workshops/${record.id}/">这个工作室的全部内容</a></p>
<figure class="rg-place"><svg class="rg-qr" viewBox="0 0 100 100" role="img" aria-label="二维码，内容是本页的地址"><image href="qr.svg" width="100" height="100"/></svg>
<figcaption><a href="qr.svg" download="${record.id}.svg">二维码 SVG</a>　<a href="qr.png" download="${record.id}.png">PNG</a>　<a href="/v/">各区域的标签</a></figcaption></figure>
<p class="rg-note">本站不是任何工会的官方网站，要正式证明的，请向命名的工会查询。</p>`,
  );
