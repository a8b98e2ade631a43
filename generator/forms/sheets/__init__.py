"""The table that goes out to be filled in: one row a workshop, its lists on sheets of their own, ready to be read back."""
