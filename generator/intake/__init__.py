"""Filled forms from Word and Excel, read back into drafts of records."""
