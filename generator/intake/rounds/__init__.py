"""A year's round, from the call to the naming notice: what was sent, the officer's desk, the papers and drafts that come of it."""
