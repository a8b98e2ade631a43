import { framed, link, text } from "./html.js";

export const data = {
  pagination: { data: "records", size: 1, alias: "record" },
  permalink: ({ record }) => `/workshops/${record.id}/index.html`,
};

const fact = (it) =>
  `<div${it.known ? "" : ' class="rg-unknown"'}><dt>${text(it.label)}</dt><dd>${link(it)}${it.note ? ` <small>${text(it.note)}</small>` : ""}</dd></div>\n`;
const moment = (it) =>
  `<li><span class="rg-when">${text(it.when)}</span> <strong>${text(it.title)}</strong> <span>${text(it.detail)}</span>${it.link ? `<br>见${link(it.link)}` : ""}</li>\n`;
const item = (it) => `<li>${text(it.title)} ${text(it.size)} <span class="rg-together">${text(it.year)}</span> <small>${text(it.evidence)}</small></li>\n`;
const achievements = (it) => `<h3>${text(it.kind)}${text(it.total)}</h3>\n<ul>\n${it.items.map(item).join("")}</ul>\n`;
const source = (it) =>
  `<li>${it.url ? `<a href="${text(it.url)}" rel="nofollow noopener external">${text(it.title)}</a>` : text(it.title)}，${text(it.publisher)}，${text(it.date)}</li>\n`;

const near = (record, sharing) =>
  Object.entries({ units: "同一单位", districts: "同一区域", industries: "同一行业" })
    .map(([facet, title]) => {
      const slug = record.groups[facet]?.at(-1);
      const others = (sharing[facet][slug] ?? []).filter((it) => it !== record).slice(0, 5);
      const rows = others.map((it) => `<li><a href="/workshops/${it.id}/">${text(it.name)}</a>${it.row.unit === record.row.unit ? "" : `<small>${text(it.row.unit)}</small>`}</li>\n`);
      return `<div><h3>${title}</h3><ul class="rg-near">\n${rows.join("")}</ul><p class="rg-whole"><a href="/${facet}/${slug}/">全部工作室</a></p></div>\n`;
    })
    .join("");

export const render = ({ record, sharing }) =>
  framed(
    record.name,
    record.description,
    `workshops/${record.id}/`,
    `<nav class="rg-crumbs" aria-label="所在位置"><a href="/">首页</a> › <a href="/workshops/">工作室</a> › ${record.id}</nav>
<h1 class="rg-worded">${text(record.name)}</h1>
<div class="rg-standing"><p class="rg-standing-line"><span class="rg-status">${record.row.status}</span> <span>编号 ${record.id}</span> <span>最高级别：${text(record.level)}</span> <a href="/v/${record.id}/">核验</a></p>
<p>${text(record.standing.reason)}${record.standing.notice ? `，见${link(record.standing.notice)}` : ""}。</p></div>
<section aria-label="基本情况"><dl class="rg-facts rg-facts-wide">
${record.facts.map(fact).join("")}</dl>${elsewhere(record.row.unit)}</section>
<section><h2>命名和经过</h2><ol class="rg-timeline">
${record.moments.map(moment).join("")}</ol></section>
<section><h2>事迹简介</h2>${record.summary.map((it) => `<p class="rg-prose">${text(it)}</p>`).join("\n")}</section>
<section><h2>成果</h2>${record.achievements.map(achievements).join("")}</section>
<section class="rg-neighbours"><h2>相关的工作室</h2><div class="rg-columns">
${near(record, sharing)}</div></section>
<section><h2>来源</h2><ol>
${record.sources.map(source).join("")}</ol></section>
<section><h2>这份记录</h2><p>给程序读的：<a href="/workshops/${record.id}/record.json" type="application/json">${record.id}.json</a>。</p>
<div class="rg-share"><button type="button" class="rg-button" data-share="copy">复制本页网址</button> <button type="button" class="rg-button" data-share="print">打印本页</button> <span role="status"></span></div></section>
<section class="rg-mend"><h2>这里有错，或者想补充</h2><p class="rg-actions"><a class="md-button" href="/edit/?id=${record.id}">在网页上更正</a></p>
<p>不方便在网页上填写的，看<a href="/corrections/">更正与反馈</a>，说明编号 ${record.id}。</p></section>
<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@type": "Organization", identifier: record.id, name: record.name, description: record.summary.join("\n") })}</script>`,
  );

const OUTSIDE = [
  ["高德地图", "https://uri.amap.com/search?city=%E5%A4%A7%E8%BF%9E&view=map&src=dalian-workshops&keyword="],
  ["百度地图", "https://api.map.baidu.com/place/search?region=%E5%A4%A7%E8%BF%9E&output=html&src=webapp.dalian.workshops&query="],
  ["腾讯地图", "https://apis.map.qq.com/uri/v1/search?region=%E5%A4%A7%E8%BF%9E&referer=dalian-workshops&keyword="],
];

/** Where a unit is found by its name on other people's maps. */
function elsewhere(unit) {
  const found = OUTSIDE.map(([title, address]) => `<li><a href="${text(address + encodeURIComponent(unit))}" rel="nofollow noopener noreferrer external">${title}</a></li>`);
  return `<div class="rg-elsewhere" id="elsewhere"><p>用地图软件找“${text(unit)}”：点了才打开，离开本站。</p>
<ul class="rg-finders">${found.join("\n")}<li><a href="https://map.tianditu.gov.cn/" rel="nofollow noopener noreferrer external">天地图<small>打开后输入名称</small></a></li></ul></div>`;
}
