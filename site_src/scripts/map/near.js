// The reader's own place: asked for only when a button is pressed, never told to anybody.

const PATIENCE = 10000, AGE = 60000; // milliseconds: to wait for it, and how old it may be

/**
 * Null where the browser does not tell it, or may not.
 * @returns {Promise<L.LatLng | null>}
 */
export function ownPlace() {
  return new Promise((resolve) => {
    if (!navigator.geolocation) resolve(null);
    else {
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => resolve(L.latLng(coords.latitude, coords.longitude)), () => resolve(null), { timeout: PATIENCE, maximumAge: AGE });
    }
  });
}
