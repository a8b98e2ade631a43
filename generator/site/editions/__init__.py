"""The printed register of a year."""
