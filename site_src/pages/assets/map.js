// Puts the workshops on folium's map. Texts of records go in by textContent only.
(function () {
  "use strict";
  var map = window.map_register;
  if (!map) return;
  var base = document.querySelector("script[src$='assets/map.js']").getAttribute("src").replace("assets/map.js", "");
  var DALIAN = [[38.65, 120.95], [40.2, 123.55]], NEAR = 10;
  map.options.zoomSnap = 0.5;
  map.setMaxBounds([[38.4, 120.2], [40.7, 124.0]]);
  map.fitBounds(DALIAN);
  function showNear() { map.getContainer().parentNode.classList.toggle("rg-far", map.getZoom() < NEAR); }
  map.on("zoomend", showNear);
  showNear();
  map.attributionControl.setPrefix(false);
  map.scrollWheelZoom.disable();
  if (L.Browser.mobile) map.dragging.disable();
  map.on("click", function () { map.scrollWheelZoom.enable(); map.dragging.enable(); });

  function popup(points, index) {
    var box = document.createElement("div");
    var link = document.createElement("a");
    link.href = base + points.path[index];
    link.textContent = points.name[index];
    box.appendChild(link);
    [points.detail[index], points.district[index] + "，" + points.level[index]].forEach(function (text) {
      if (!text) return;
      var line = document.createElement("div");
      line.textContent = text;
      box.appendChild(line);
    });
    return box;
  }

  fetch(base + "map/points.json").then(function (answer) { return answer.json(); }).then(function (data) {
    data.labels.forEach(function (label) {
      var text = document.createElement("span");
      text.textContent = label.name;
      L.marker([label.lat, label.lon], {
        icon: L.divIcon({ className: label.small ? "rg-label rg-near" : "rg-label", html: text, iconSize: null }), interactive: false, keyboard: false
      }).addTo(map);
    });
    var points = data.points, markers = {};
    points.name.forEach(function (name, index) {
      var marker = L.circleMarker([points.lat[index], points.lon[index]], {
        radius: 6, color: "#fff", weight: 1.5, fillColor: "#b71c1c", fillOpacity: 0.9
      });
      marker.bindPopup(function () { return popup(points, index); });
      marker.addTo(map);
      markers[points.path[index].split("/")[1]] = marker;
    });
    var asked = markers[location.hash.slice(1)];
    if (asked) { map.setView(asked.getLatLng(), 11); asked.openPopup(); }
  });
})();
