"""A change for its reviewer: the difference and the comment."""
