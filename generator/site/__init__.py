"""What the site will contain: the plan, the pages, their frame, the check of the whole; one folder a feature."""
