// In WeChat's own browser no file can be kept: a page that offers one says what to do. Asked for by looks.js there alone.

import { build } from "./dom.js";
import { WORDS } from "./messages.js";

/** Links to a file, and what makes one (`data-saves`). */
const FILES = "main a[download], main [data-saves]";

const title = document.querySelector("main h1");
if (title && document.querySelector(FILES)) title.after(build("p", { class: "rg-doubt", id: "rg-wechat" }, WORDS.wechat));
