"""Texts in, registry and problems out: the reader with its places, the kinds of field, the tables."""
