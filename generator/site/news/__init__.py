"""What is dated: the feed, the calendar, the page of changes."""
