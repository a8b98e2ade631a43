// What the map's scripts find in the page: Leaflet's map, made by folium's shell (generator/site/map), and supercluster.

interface Window {
  readonly map_register: L.Map;
}

declare class Supercluster {
  constructor(options: { radius: number, extent: number, maxZoom: number });
  load(points: readonly Supercluster.Point[]): this;
  getClusters(box: [west: number, south: number, east: number, north: number], zoom: number): Supercluster.Mark[];
  getClusterExpansionZoom(id: number): number;
  getLeaves(id: number, most: number): Supercluster.Point[];
}

declare namespace Supercluster {
  /** A point of the map: `row` is its number in workshops/rows.json; longitude stands first. */
  interface Point {
    type: "Feature";
    id?: number;
    properties: { row: number, cluster?: undefined, point_count?: undefined };
    geometry: { type: "Point", coordinates: [lon: number, lat: number] };
  }

  /** Many that lie close. */
  interface Heap {
    type: "Feature";
    id: number;
    properties: { row?: undefined, cluster: true, cluster_id: number, point_count: number };
    geometry: { type: "Point", coordinates: [lon: number, lat: number] };
  }

  type Mark = Point | Heap;
}

// Found below assets/vendor/ on the site, beside the folders of the scripts.
declare module "*/vendor/fflate/browser.js" {
  export function zipSync(files: { [path: string]: Uint8Array }, options: { mtime: Date }): Uint8Array<ArrayBuffer>;
}
