// The blank Word form with texts in its content controls. Its parts come as texts (parts.json): no phone has to inflate a zip.

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
const XML = "http://www.w3.org/XML/1998/namespace";
const MAIN = "word/document.xml";
const TICKED = "☑";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** @typedef {{ readonly [path: string]: string }} Parts */

/** @typedef {(files: { [path: string]: Uint8Array }, options: { mtime: Date }) => Uint8Array<ArrayBuffer>} Zip fflate's zipSync */

/**
 * The filled form as a file.
 * @param {Parts} parts of the blank one
 * @param {ReadonlyMap<string, readonly string[]>} texts by the tag of their content control, a paragraph each
 * @param {readonly string[]} ticks tags of the boxes to tick
 * @param {Zip} zip
 */
export function write(parts, texts, ticks, zip) {
  const written = new DOMParser().parseFromString(parts[MAIN], "application/xml");
  for (const control of Array.from(written.getElementsByTagNameNS(W, "sdt"))) {
    const tag = inner(control, "tag").getAttributeNS(W, "val") || "";
    const lines = texts.get(tag);
    if (lines) fill(control, lines);
    if (ticks.includes(tag)) tick(control);
  }
  const text = new XMLSerializer().serializeToString(written).replace(/^<\?xml[^>]*\?>\s*/, "");
  const main = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`;
  return new Blob([zipped({ ...parts, [MAIN]: main }, zip)], { type: TYPE });
}

/**
 * Texts as a zip, in their order; the same bytes whenever and wherever it is made.
 * @param {Parts} parts
 * @param {Zip} zip
 */
export function zipped(parts, zip) {
  /** @type {{ [path: string]: Uint8Array }} */
  const files = {};
  for (const [path, text] of Object.entries(parts)) files[path] = new TextEncoder().encode(text);
  return zip(files, { mtime: new Date(1980, 0, 1) }); // a zip holds the local time of day, from 1980 on
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string} [space]
 */
function inner(element, name, space = W) {
  return element.getElementsByTagNameNS(space, name)[0];
}

/**
 * @param {Element} control
 * @param {readonly string[]} lines
 */
function fill(control, lines) {
  const [properties, content] = [inner(control, "sdtPr"), inner(control, "sdtContent")];
  const placeholder = inner(properties, "showingPlcHdr");
  if (placeholder) placeholder.remove();
  const run = inner(content, "r");
  for (const child of Array.from(run.children)) if (child.localName !== "rPr") child.remove();
  content.textContent = "";
  content.append(run);
  lines.forEach((line, number) => {
    const words = run.ownerDocument.createElementNS(W, "w:t");
    words.setAttributeNS(XML, "xml:space", "preserve");
    words.textContent = (number ? "\u3000\u3000" : "") + line;
    if (number) run.append(run.ownerDocument.createElementNS(W, "w:br"));
    run.append(words);
  });
}

/**
 * @param {Element} control
 */
function tick(control) {
  inner(control, "checked", W14).setAttributeNS(W14, "w14:val", "1");
  inner(inner(control, "sdtContent"), "t").textContent = TICKED;
}
