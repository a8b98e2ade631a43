"""Filled forms, as they come from Word and Excel, back into drafts of records."""
