// 把文字填进空白 Word 表的内容控件，写成 .docx。部件由服务器给出（parts.json），手机不用会解压缩。
(function () {
  "use strict";
  const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
  const MAIN = "word/document.xml";
  const inner = (element, name, space) => element.getElementsByTagNameNS(space || W, name)[0];

  function fill(control, lines) {
    const [properties, content] = [inner(control, "sdtPr"), inner(control, "sdtContent")];
    const placeholder = inner(properties, "showingPlcHdr");
    if (placeholder) { properties.removeChild(placeholder); }
    const run = inner(content, "r");
    Array.from(run.children).filter((child) => child.localName !== "rPr").forEach((child) => run.removeChild(child));
    content.textContent = "";
    content.appendChild(run);
    lines.forEach(function (text, number) {
      const words = run.ownerDocument.createElementNS(W, "w:t");
      words.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
      words.textContent = (number ? "\u3000\u3000" : "") + text;
      if (number) { run.appendChild(run.ownerDocument.createElementNS(W, "w:br")); }
      run.appendChild(words);
    });
  }

  function tick(control) {
    inner(control, "checked", W14).setAttributeNS(W14, "w14:val", "1");
    inner(inner(control, "sdtContent"), "t").textContent = "☑";
  }

  const TABLE = Array.from({ length: 256 }, function (_, number) {
    let value = number;
    for (let bit = 0; bit < 8; bit += 1) { value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1; }
    return value >>> 0;
  });
  const crc = (bytes) => (bytes.reduce((sum, byte) => TABLE[(sum ^ byte) & 255] ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
  // 小端数：[值, 字节数]……
  const little = (...numbers) => Uint8Array.from([].concat(...numbers.map(([value, bytes]) => Array.from({ length: bytes }, (_, at) => (value >>> (8 * at)) & 255))));

  // 不压缩的 zip：各部分的字节加上目录；日期固定为 1980-01-01。
  function zip(texts) {
    const pieces = [];
    const entries = [];
    let place = 0;
    const add = (...added) => added.forEach((piece) => { pieces.push(piece); place += piece.length; });
    Object.keys(texts).forEach(function (path) {
      const [name, bytes] = [path, texts[path]].map((text) => new TextEncoder().encode(text));
      const about_ = [[20, 2], [0x800, 2], [0, 2], [0, 2], [33, 2], [crc(bytes), 4], [bytes.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]];
      entries.push([little([0x02014b50, 4], [20, 2], ...about_, [0, 2], [0, 2], [0, 2], [0, 4], [place, 4]), name]);
      add(little([0x04034b50, 4], ...about_), name, bytes);
    });
    const start = place;
    entries.forEach((entry) => add(...entry));
    add(little([0x06054b50, 4], [0, 2], [0, 2], [entries.length, 2], [entries.length, 2], [place - start, 4], [start, 4], [0, 2]));
    return new Blob(pieces, { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" });
  }

  // 栏目的值：texts 是内容控件的标记到各段文字，ticks 是要打钩的控件。其余各部分原样。
  function write(parts, texts, ticks) {
    const written = new DOMParser().parseFromString(parts[MAIN], "application/xml");
    Array.from(written.getElementsByTagNameNS(W, "sdt")).forEach(function (control) {
      const tag = inner(control, "tag").getAttributeNS(W, "val");
      if (texts[tag]) { fill(control, texts[tag]); }
      if (ticks.indexOf(tag) >= 0) { tick(control); }
    });
    const text = new XMLSerializer().serializeToString(written).replace(/^<\?xml[^>]*\?>\s*/, "");
    return zip(Object.assign({}, parts, { [MAIN]: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text }));
  }

  window.rgWordForm = { write };
})();
