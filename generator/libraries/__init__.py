"""The doors to outside packages that know nothing of workshops, one package a module."""
