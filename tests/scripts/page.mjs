// What a script finds in any page of the site: how ids are written. Loaded before the units, which have no page.

globalThis.document = /** @type {any} */ ({ documentElement: { dataset: { ids: "DL 4" } } });
