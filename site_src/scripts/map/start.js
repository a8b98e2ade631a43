// Starts the map, or says that it did not start.

import { failed } from "../lists/filters.js";

import("./page.js").then(() => import("./labels.js")).catch(() => failed(document.querySelector("#rg-filters [role=status]")));
