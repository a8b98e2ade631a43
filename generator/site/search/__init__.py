"""The index of the search, and its page."""
