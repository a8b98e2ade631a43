"""The content of the site: the plan, the pages, their frame, the check of the whole; one folder a feature."""
