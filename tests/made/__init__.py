"""Makers of data for the tests, and stand-ins for what is outside."""
