"""What the registry says, as frozen values: workshops, notices, forms, vocabularies, and all of them together."""
