// The map of all: folium's shell, points in clusters, popups, and the list beside it. Texts of records go in by textContent only.

import { element } from "../base/dom.js";
import { Filters } from "../lists/filters.js";
import { Inset } from "./inset.js";
import { MapList } from "./list.js";
import { Marks } from "./marks.js";
import { heading, told } from "../lists/rows.js";

const map = window.map_register;
const holder = map.getContainer().parentNode;
const near = 10; // from this zoom on the names of small districts fit
const points = fetch(new URL("../../map/points.json", import.meta.url)).then((answer) => {
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
});
points.catch(() => {}); // told where it is waited for
let at = []; // [lat, lon] by row
let data = null;
let found = [];
let open = null; // the row whose popup is open
let home = null;
let inset = null;
let here = null; // the reader's own place, never told to anybody
let ready = false; // until then the address is read, not written

const list = new MapList(document.getElementById("rg-in-view"), show);

// ---- the view and its address

map.attributionControl.setPrefix(false);
map.setMaxBounds([[36.5, 117.5], [42.5, 126.5]]);

function far() { holder.classList.toggle("rg-far", map.getZoom() < near); }

/** The view and the open popup go into the address without a new entry in the history; never where the reader is. */
function address() {
  if (!ready) return;
  const told = new URL(location.href);
  const { lat, lng } = map.getCenter();
  if (here || atHome()) told.searchParams.delete("at");
  else told.searchParams.set("at", [lat.toFixed(4), lng.toFixed(4), map.getZoom()].join(","));
  told.search = told.search.replaceAll("%2C", ",");
  told.hash = open === null ? "" : data.rows.id[open];
  if (told.href !== location.href) history.replaceState(history.state, "", told);
}

/** Whether the whole city is shown as at the start; Leaflet rounds to pixels. */
function atHome() {
  return map.getZoom() === home.zoom && map.project(map.getCenter()).distanceTo(map.project(home.center)) < 3;
}

function view(name) {
  here = null;
  const { x, y } = map.getSize();
  const below = name === "city" && y > x ? inset.height : 12; // on a phone the inset lies below the land, not on it
  map.fitBounds(views[name], { animate: false, paddingTopLeft: [12, 12], paddingBottomRight: [12, below] });
}
let views = null;

function asked() {
  const [lat, lon, zoom] = (new URLSearchParams(location.search).get("at") || "").split(",").map(Number);
  if (Number.isFinite(lat) && Number.isFinite(lon) && zoom) map.setView([lat, lon], zoom, { animate: false });
  const row = data.rows.id.indexOf(location.hash.slice(1));
  if (row < 0) { map.closePopup(); return; }
  if (!at[row]) list.tell(`${data.rows.name[row]}没有标点位。`);
  else if (open !== row) show(row, Boolean(zoom));
}

// ---- popups

const marks = new Marks(map, {
  name: (row) => data.rows.name[row],
  open: (row) => show(row, true, true),
  /** Those that no zoom parts: each named, with a link. */
  heap: (place, rows, count) => {
    const box = element("div");
    for (const row of rows) {
      const line = element("div");
      line.append(...heading(told(data, row)));
      box.append(line);
    }
    if (count > rows.length) box.append(element("div", `还有 ${count - rows.length} 个，请加筛选条件`));
    bubble(place, box).openOn(map);
    box.querySelector("a").focus({ preventScroll: true });
  }
});

/** No wider than the map, so that its cross can be reached on a phone. */
function bubble(place, box) {
  return L.popup({ maxWidth: Math.min(300, map.getSize().x - 70) }).setLatLng(place).setContent(box);
}

function content(row) {
  const workshop = told(data, row);
  const box = element("div");
  const name = element("div");
  name.append(...heading(workshop));
  box.append(name);
  const [leader, unit, district, , level] = workshop.cells.map(([text]) => text);
  for (const text of [unit, leader, `${district}，${level}`]) box.append(element("div", text));
  return box;
}

/** Open the popup of a row: from the map as it stands (`stay`), else come near. `focus`: into the popup. */
function show(row, stay = false, focus = false) {
  if (!stay) map.setView(at[row], Math.max(map.getZoom(), 11), { animate: false });
  const box = content(row);
  const popup = bubble(at[row], box);
  popup.on("remove", () => {
    if (open !== row) return;
    open = null;
    address();
    if (box.contains(document.activeElement) || document.activeElement === document.body) marks.focus(row);
  });
  popup.openOn(map);
  open = row;
  address();
  if (focus) box.querySelector("a").focus({ preventScroll: true });
  else holder.scrollIntoView({ block: "nearest" });
}

// ---- the list beside, in words what the map shows

function tellList() {
  const bounds = map.getBounds();
  const located = found.filter((row) => at[row]);
  const inView = located.filter((row) => bounds.contains(at[row]));
  if (here) inView.sort((a, b) => here.distanceTo(at[a]) - here.distanceTo(at[b]));
  const words = here && ((row) => `约 ${(here.distanceTo(at[row]) / 1000).toFixed(1)} 公里`);
  list.show(data, inView, found.length - located.length, words);
  filters.status.textContent = `找到 ${found.length} 个，有点位的 ${located.length} 个，图上看得到 ${inView.length} 个`;
}

map.on("moveend", () => {
  far();
  if (!ready) return;
  marks.draw();
  tellList();
  address();
});

// ---- buttons, fingers

holder.parentNode.addEventListener("click", (event) => {
  const name = event.target.closest("[data-view]")?.dataset.view;
  if (name === "near") nearby();
  else if (name && views) view(name);
});

function nearby() {
  const failed = () => list.tell("没有得到您的位置。可以在浏览器的设置里允许，或者用区域来筛选。");
  if (!navigator.geolocation) { failed(); return; }
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    const place = L.latLng(coords.latitude, coords.longitude);
    if (!L.latLngBounds(views.city).pad(0.3).contains(place)) { list.tell("您不在这张图的范围里。"); return; }
    here = place;
    list.tell("");
    const icon = L.divIcon({ className: "rg-you", iconSize: [20, 20], html: false });
    L.marker(place, { icon, interactive: false, keyboard: false }).addTo(map);
    map.setView(place, 12, { animate: false });
  }, failed, { timeout: 10000, maximumAge: 60000 });
}

const tap = holder.querySelector(".rg-tap");
const fingers = window.matchMedia("(pointer: coarse)").matches;
/** Until the map is tapped, one finger and the wheel scroll the page. */
function hold(held) {
  map.scrollWheelZoom[held ? "enable" : "disable"]();
  if (!fingers) return;
  map.dragging[held ? "enable" : "disable"]();
  tap.hidden = held;
}
hold(false);
holder.addEventListener("click", () => hold(true));
document.addEventListener("pointerdown", (event) => { if (!holder.contains(event.target)) hold(false); });

// ---- the start, and every choice

const filters = new Filters(document.getElementById("rg-filters"), async (result) => {
  const answer = await points;
  const first = !data;
  ({ data, found } = result);
  if (first) begin(answer);
  const located = found.filter((row) => at[row]);
  inset.show(located.map((row) => at[row]));
  marks.load(located, at);
  if (first) asked();
  ready = true;
  marks.draw();
  tellList();
  address();
});

function begin(answer) {
  ({ views } = answer);
  answer.points.row.forEach((row, place) => { at[row] = [answer.points.lat[place], answer.points.lon[place]]; });
  inset = new Inset(holder.querySelector(".rg-inset"), views.central);
  view("city");
  home = { center: map.getCenter(), zoom: map.getZoom() };
  far();
  for (const label of answer.labels) {
    const icon = L.divIcon({ className: label.small ? "rg-label rg-near" : "rg-label", html: element("span", label.name), iconSize: null });
    L.marker([label.lat, label.lon], { icon, interactive: false, keyboard: false }).addTo(map);
  }
}

window.addEventListener("popstate", () => { if (ready) asked(); });
filters.show();
