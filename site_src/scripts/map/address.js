// What of the map stands in its address: `at=lat,lon,zoom`, where it does not show the whole city, and behind # the id of the workshop
// that is told.

/** @typedef {{ place: [lat: number, lon: number], zoom: number }} Sight */

/**
 * What an address asks to be shown; null where it does not.
 * @param {string} search the address from its ? on
 * @returns {Sight | null}
 */
export function sightIn(search) {
  const [lat, lon, zoom] = (new URLSearchParams(search).get("at") || "").split(",").map(Number);
  return Number.isFinite(lat) && Number.isFinite(lon) && zoom ? { place: [lat, lon], zoom } : null;
}

/**
 * An address with what is shown now, and all else that it says.
 * @param {string} href
 * @param {Sight | null} sight
 * @param {string} id empty where no workshop is told
 */
export function addressWith(href, sight, id) {
  const address = new URL(href);
  if (sight) address.searchParams.set("at", [...sight.place.map((degrees) => degrees.toFixed(4)), sight.zoom].join(","));
  else address.searchParams.delete("at");
  address.search = address.search.replace(/%2C/g, ",");
  address.hash = id;
  return address.href;
}
