"""Figures, the geometry of charts, the pages of statistics."""
