"""Filled forms from Word and Excel, and the lists of naming notices, read back into records; a year's round of them."""
