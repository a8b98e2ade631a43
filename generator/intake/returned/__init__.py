"""The sheet that comes back filled in: which cells were changed, and what that makes of the records."""
