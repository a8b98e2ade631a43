"""The map of all and the small map: the land, the points, the pages."""
