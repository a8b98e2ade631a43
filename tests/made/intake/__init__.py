"""Filled forms as test data: made by code, damaged by code, with exactly what is told and drafted of each."""
