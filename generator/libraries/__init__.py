"""The doors to outside packages, one package a module; they know nothing of workshops."""
