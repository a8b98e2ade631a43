"""Problems as values with a place: their words, their codes, their reports."""
