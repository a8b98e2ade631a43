"""The page on which a record is made or corrected, and what it is given."""
