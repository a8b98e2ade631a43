"""The page of a workshop."""
