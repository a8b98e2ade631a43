// Where the address of the search page tells a query: asks for what index.js opens, while page.js and all that it imports are still on
// their way. A browser gives to a fetch what such a link has asked for. It imports nothing itself, so as to be there first.

if (new URLSearchParams(location.search).get("kw")) {
  for (const name of ["start", "short"]) {
    const link = document.createElement("link"), { href } = new URL(`../../../search/${name}.json`, import.meta.url);
    for (const [key, value] of Object.entries({ rel: "preload", as: "fetch", crossorigin: "anonymous", href })) link.setAttribute(key, value);
    document.head.append(link);
  }
}
