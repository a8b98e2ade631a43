"""What was sent, opened safely: packages, Word files, tables."""
