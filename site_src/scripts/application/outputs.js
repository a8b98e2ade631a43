// 由填好的栏目写出的：Word 表和它的文件名，名册记录的草稿。
(function () {
  "use strict";
  const { list, parseDay, iso, today, fed, get, shown } = window.rgApplicationBoxes;

  function make(form, fields, categoryOf) {
    // ---- Word 表

    // parts：空白表的各部分（parts.json）。
    function word(parts) {
      const texts = {};
      const ticks = [];
      fields.filter((field) => !field.beside && get(field)).forEach(function (field) {
        if (field.kind === "choice") {
          ticks.push(field.key + "_" + (field.inputs.findIndex((input) => input.checked) + 1));
        } else {
          texts[field.key] = shown(field).split("\n");
        }
      });
      return window.rgWordForm.write(parts, texts, ticks);
    }

    // 文件名里不能有的半角符号换成全角。
    function fileName() {
      const named = fed(fields, "name");
      const name = named ? get(named) : "";
      return name.replace(/[\\/:*?"<>|]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replace(/^\.+/, "") +
        (name ? "申报表" : form.dataset.title) + ".docx";
    }

    // ---- 名册记录的草稿

    const KEYS = list(form.dataset.keys);

    function meant(field, piece) {
      return field.offers.find((offer) => offer.value === piece || (offer.dataset.former || "").split("、").indexOf(piece) >= 0);
    }

    // 键（如 leader.name）到值；词表里没有的写进 left，成为注释。
    function values(left) {
      const found = {};
      fields.filter((field) => field.feeds.length && get(field)).forEach(function (field) {
        const value = get(field);
        if (field.offers.length) {
          value.split(/[、，,；;\/]/).map((piece) => piece.trim()).filter(Boolean).forEach(function (piece) {
            const offer = meant(field, piece);
            if (offer && !found[offer.dataset.feeds]) { found[offer.dataset.feeds] = offer.value; } else { left.push(field.label + "“" + piece + "”" + (offer ? "只能写一个" : "不在词表里")); }
          });
        } else if (field.kind === "date") {
          const day = parseDay(value);
          if (day) { found[field.feeds[0]] = iso(day); }
        } else if (KEYS.indexOf(field.feeds[0]) >= 0) {
          found[field.feeds[0]] = value;
        } else {
          left.push("申报表写的" + field.label + "：" + value);
        }
      });
      return found;
    }

    // consented：领军人同意写出姓名。
    function record(consented) {
      const left = [];
      const found = values(left);
      const filledOn = fields.find((field) => field.kind === "date" && field.head && parseDay(get(field)));
      const day = filledOn ? iso(parseDay(get(filledOn))) : "";
      if (consented && found["leader.name"]) {
        found["leader.basis.kind"] = "本人同意";
        found["leader.basis.date"] = day.length === 10 ? day : iso(today);
      } else {
        if (found["leader.name"]) { left.push("领军人没有写入：要有本人同意，或公开报道作依据"); }
        Object.keys(found).filter((key) => key.indexOf("leader.") === 0).forEach((key) => { delete found[key]; });
      }
      const asked = fields.filter((field) => !field.beside).reduce((keys, field) => keys.concat(field.feeds), []);
      const written = Object.keys(found).filter((key) => asked.indexOf(key) >= 0).map((key) => key.split(/\.|\[/)[0]);
      found.id = "DL0000";
      found.kind = found.name && /联盟$/.test(found.name) ? "联盟" : "工作室";
      found.category = found.name ? categoryOf(found.name) : "";
      found["sources[].title"] = "《" + form.dataset.title + "》" + (found.unit ? "（" + found.unit + "）" : "");
      found["sources[].publisher"] = found.unit || "";
      found["sources[].date"] = day;
      found["sources[].supports"] = written.length ? written.filter((key, at) => written.indexOf(key) === at) : "";
      const notes = ["编号 DL0000 请换成新编号（python run.py new）。"].concat(left.map((text) => text + "。"));
      return notes.map((text) => "# " + text.replace(/\n/g, " ") + "\n").join("") + window.rgRecordText.write(KEYS, found);
    }

    return { word, fileName, record };
  }

  window.rgApplicationOutputs = { make };
})();
