import { readFileSync } from "node:fs";

const read = (of) => readFileSync(`frame-${of}.html`, "utf8");
const frames = { workshops: read("workshops"), v: read("v") };
const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text as HTML. */
export const text = (value) => String(value).replace(/[&<>"']/g, (sign) => signs[sign]);

/** A link where there is a path. */
export const link = (item) => (item.path ? `<a href="/${item.path}">${text(item.text)}</a>` : text(item.text));

/** A body in our frame: that of the pages of verification, or of all others. */
export const framed = (title, description, path, body) =>
  frames[path.startsWith("v/") ? "v" : "workshops"].replace(/@(TITLE|DESCRIPTION|PATH|BODY)@/g, (_, word) =>
    word === "BODY" ? body : word === "PATH" ? path : text(word === "TITLE" ? title : description),
  );
