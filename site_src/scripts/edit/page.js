// 新增/更正工作室: opens a record, new or published, and lets it be filled in, checked and handed on. Nothing is sent,
// but where the operator lets the page propose and somebody with a token asks for it.

import { byId, started } from "../base/dom.js";
import { idOf } from "../base/id.js";
import { offer } from "../base/offered.js";
import { Editing } from "./editing.js";
import { pathOf } from "./forge.js";
import { open } from "./open.js";
import { compared, hinting } from "./same.js";
import { WORDS } from "./messages.js";

const page = byId("rg-edit");
const root = page.dataset.root || "";
const id = idOf(new URLSearchParams(location.search).get("id") || "");

open(root, id).then(start, (error) => {
  byId("rg-failed").textContent = error.message;
  byId("rg-failed").hidden = false;
  byId("rg-opening").hidden = true;
});
started();

/**
 * @param {import("./open.js").Opened} opened
 */
function start(opened) {
  const editing = new Editing(opened);
  const box = byId("rg-form");
  box.addEventListener("compositionstart", () => { editing.composing = true; });
  box.addEventListener("compositionend", () => {
    editing.composing = false;
    editing.changed();
  });
  if (editing.isNew) hinting(root, box, () => compared(editing.values()));
  byId("rg-clear").addEventListener("click", () => clear(editing.drafts));
  byId("rg-which-new").hidden = !editing.isNew;
  byId("rg-which-old").hidden = editing.isNew;
  byId("rg-nofind").hidden = editing.find !== null;
  editing.restore();
  editing.named();
  offer(editing.drafts, ({ values }) => String((values && values.name) || ""), (tab) => {
    editing.drafts.prefer(tab);
    location.reload();
  });
  editing.live = true;
  editing.all = location.hash === "#all";
  editing.update();
  propose(editing);
  byId("rg-opening").hidden = true;
  page.hidden = false;
}

/**
 * Where the operator lets the page propose, what does that is fetched and told of the record.
 * @param {Editing} editing
 */
async function propose(editing) {
  const { schema: { forge }, isNew, original, find, today } = editing;
  if (!forge || !forge.api) return;
  const { proposing } = await import("./propose/page.js");
  proposing(forge.api, {
    isNew, original,
    id: () => editing.id,
    name: () => String(editing.values().name || ""),
    path: () => pathOf(editing.id),
    ready: (say) => editing.ready(say),
    find: (text) => find !== null && text.split("\n").some((line) => find(line, today).length > 0),
    renumber: () => editing.renumber(),
    proposed: () => editing.proposed,
    keep: (proposed) => editing.keep(proposed),
  });
}

/**
 * @param {import("../base/drafts.js").Drafts} drafts
 */
function clear(drafts) {
  if (!confirm(WORDS.clear)) return;
  drafts.drop();
  location.reload();
}
