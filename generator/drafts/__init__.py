"""A new record: its draft, and the questions that fill it in."""
