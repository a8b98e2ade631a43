// Starts the map, or says that it did not start.

import { one } from "../base/dom.js";
import { failed } from "../lists/filters.js";

import("./page.js").then(() => import("./labels.js")).catch(() => failed(one(document, "#rg-filters [role=status]")));
