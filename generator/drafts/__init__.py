"""A new record: its draft, and the questions that fill it in; the door by which one that stands is altered."""
