"""Texts in, registry and problems out: the reader that knows places, the kinds of field, the tables."""
