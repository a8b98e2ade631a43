// The land below all else on the map.

import { fetched } from "../lists/data.js";
import { ringOf } from "./rings.js";

fetched("map/land.json").then((rings) => {
  L.polygon(rings.map(ringOf), { className: "rg-land", interactive: false }).addTo(window.map_register).bringToBack();
}, () => {}); // the points and the names of districts stand on the sea then
