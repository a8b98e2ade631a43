var map_register = L.map(
                "map_register",
                {
                    center: [39.4, 122.2],
                    crs: L.CRS.EPSG3857,
                    ...{
  "zoom": 8,
  "zoomControl": false,
  "preferCanvas": false,
  "zoomSnap": 0.25,
  "minZoom": 7,
  "maxZoom": 13,
}

                }
            );

            

        
    
        function geo_json_beyond_styler(feature) {
            switch(feature.id) {
                default:
                    return {"className": "rg-beyond", "interactive": false};
            }
        }

        function geo_json_beyond_onEachFeature(feature, layer) {

            layer.on({
            });
        };
        var geo_json_beyond = L.geoJson(null, {
                onEachFeature: geo_json_beyond_onEachFeature,
            
                style: geo_json_beyond_styler,
            ...{
}
        });

        function geo_json_beyond_add (data) {
            geo_json_beyond
                .addData(data);
        }
            geo_json_beyond_add({"features": [{"geometry": {"coordinates": [[[60.0, 0.0], [60.0, 65.0], [150.0, 65.0], [150.0, 0.0], [60.0, 0.0]], [[121.998, 39.998], [121.002, 39.998], [121.002, 1.0], [121.998, 1.0], [121.998, 39.998]]], "type": "Polygon"}, "id": "0", "properties": {}, "type": "Feature"}], "type": "FeatureCollection"});

        
    
            geo_json_beyond.addTo(map_register);
