"""A naming notice that exists on paper: its list is read, and becomes designations of records, and new records."""
