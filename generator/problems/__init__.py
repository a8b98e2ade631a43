"""What is wrong, as a value with a place: its words, its code, how it is reported."""
