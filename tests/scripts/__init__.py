"""The site's scripts and styles: what they are written in, and the units of them that need no page."""
