// 一份记录的 YAML：键照 keys 的次序（列表的键带 []），值加上引号，名册的程序读回来一字不差。
(function () {
  "use strict";
  const PLAIN = /^[\u4e00-\u9fff][\u4e00-\u9fff0-9A-Za-z（）·、，。]*$/;
  function scalar(text) {
    if (Array.isArray(text)) { return "[" + text.join(", ") + "]"; }
    if (/^[0-9]{4}(-[0-9]{2}){0,2}$|^DL[0-9]+$/.test(text) || PLAIN.test(text)) { return text; }
    if (text.indexOf("\n") < 0) { return "'" + text.replace(/'/g, "''") + "'"; }
    return '"' + text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n") + '"';
  }

  // found：键（如 sources[].title）到值，列表是键名的列表；没有值的不写。
  function write(keys, found) {
    const root = [];
    keys.filter((path) => found[path]).forEach(function (path) {
      let level = root;
      const steps = path.split(".");
      steps.forEach(function (step, at) {
        let node = level.find((one) => one.step === step);
        if (!node) { level.push(node = { step, inside: [] }); }
        if (at === steps.length - 1) { node.value = scalar(found[path]); }
        level = node.inside;
      });
    });
    const linesOf = (nodes) => [].concat(...nodes.map(function (node) {
      if (node.value !== undefined) { return [node.step + ": " + node.value]; }
      const inside = linesOf(node.inside);
      const listed = /\[\]$/.test(node.step);
      const indented = inside.map((text, at) => (listed ? (at ? "    " : "  - ") : "  ") + text);
      return [node.step.replace("[]", "") + ":"].concat(indented);
    }));
    return linesOf(root).join("\n") + "\n";
  }

  window.rgRecordText = { write };
})();
