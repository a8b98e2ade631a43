// 一份记录的 YAML：名册的程序读回来一字不差。改一份已有的记录时，没有改的各键原样不动，连同注释。
(function () {
  "use strict";
  const HAN = /^[\u4e00-\u9fff《（“][\u4e00-\u9fff0-9A-Za-z（）《》“”·、，。；…—〔〕]*$/;
  const CODE = /^(?:DL[0-9]+|[A-Z](?:[0-9]{2})?|[a-z][a-z_]*(?:\.[a-z0-9_]+)?|[a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/;
  const NUMBER = /^(?:0|[1-9][0-9]{0,15}|-?(?:0|[1-9][0-9]*)\.[0-9]+|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)$/;
  const WORD = /^(?:null|true|false|yes|no|on|off|y|n)$/i;
  const ADDRESS = /^https?:\/\/[A-Za-z0-9._~\/?=&%+-]+$/;
  function scalar(text) {
    if (text === "true" || text === "false") { return text; }
    if ((HAN.test(text) || CODE.test(text) || NUMBER.test(text) || ADDRESS.test(text)) && !WORD.test(text)) { return text; }
    if (text.indexOf("\n") < 0) { return "'" + text.replace(/'/g, "''") + "'"; }
    return '"' + text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n") + '"';
  }

  // 一个键和它的值：文字，文字的列表，键值，键值的列表。列表里只有键名的（supports）写在一行里。
  function lines(key, value) {
    if (typeof value === "string") { return [key + ": " + scalar(value)]; }
    if (!Array.isArray(value)) { return [key + ":"].concat(inside(value).map((line) => "  " + line)); }
    if (value.every((item) => typeof item === "string" && CODE.test(item) && !WORD.test(item))) { return [key + ": [" + value.join(", ") + "]"]; }
    const items = value.map((item) => (typeof item === "string" ? [scalar(item)] : inside(item)));
    return [key + ":"].concat(...items.map((item) => item.map((line, at) => (at ? "    " : "  - ") + line)));
  }
  const inside = (group) => [].concat(...Object.keys(group).map((key) => lines(key, group[key])));

  // 整份记录：键的次序就是 values 里的次序。
  const record = (values) => inside(values).join("\n") + "\n";

  // ---- 改已有的记录

  // 原文分成各键的几行（键前面的注释算在它名下），开头的归 head。顶格的只有键、注释、空行和“- ”。
  function blocks(text) {
    const found = [];
    let ahead = [];
    text.replace(/\n$/, "").split("\n").forEach(function (line) {
      const key = /^([a-z_]+):(?: |$)/.exec(line);
      if (key) {
        found.push({ key: key[1], ahead, lines: [line] });
        ahead = [];
      } else if (!found.length || /^#|^\s*$/.test(line)) {
        ahead.push(line);
      } else {
        const last = found[found.length - 1];
        last.lines = last.lines.concat(ahead, [line]);
        ahead = [];
      }
    });
    return { found, tail: ahead };
  }

  // 注释不丢：重写的几行里整行的注释移到键的前面。
  const comments = (rows) => rows.filter((line) => /^\s*#/.test(line)).map((line) => line.trim());

  // original：原文。before、after：键到值，after 照规定的次序。认不出原文的写法时返回 null。
  function merge(original, before, after, order) {
    const { found, tail } = blocks(original);
    const keys = found.map((block) => block.key);
    const known = Object.keys(before);
    if (keys.length !== known.length || known.some((key) => keys.indexOf(key) < 0)) { return null; }
    const same = (key) => JSON.stringify(before[key]) === JSON.stringify(after[key]);
    const rest = found.filter((block) => block.key in after || comments(block.ahead.concat(block.lines)).length).map(function (block) {
      const rewritten = block.key in after ? lines(block.key, after[block.key]) : [];
      return Object.assign({}, block, same(block.key) ? {} : { ahead: block.ahead.concat(comments(block.lines)), lines: rewritten });
    });
    order.filter((key) => key in after && keys.indexOf(key) < 0).forEach(function (key) {
      const later = rest.findIndex((block) => order.indexOf(block.key) > order.indexOf(key));
      rest.splice(later < 0 ? rest.length : later, 0, { key, ahead: [], lines: lines(key, after[key]) });
    });
    return [].concat(...rest.map((block) => block.ahead.concat(block.lines)), tail).join("\n") + "\n";
  }

  // found：键（如 sources[].title）到值，照 keys 的次序；没有值的不写。在线申报表用它。
  function write(keys, found) {
    const root = {};
    keys.filter((path) => found[path]).forEach(function (path) {
      const steps = path.split(".");
      let level = root;
      steps.forEach(function (step, at) {
        const key = step.replace("[]", "");
        if (at === steps.length - 1) { level[key] = found[path]; return; }
        level[key] = level[key] || (step === key ? {} : [{}]);
        level = step === key ? level[key] : level[key][0];
      });
    });
    return record(root);
  }

  window.rgRecordText = { write, record, merge };
})();
