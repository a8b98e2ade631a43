"""What the register says, as frozen values: workshops, notices, forms, vocabularies, all of it together."""
