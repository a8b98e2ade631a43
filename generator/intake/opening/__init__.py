"""Files as they were sent, opened safely: packages, Word files, tables."""
