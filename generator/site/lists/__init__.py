"""Lists of workshops and their filters."""
