"""A change, for who reviews it: the difference and the comment."""
