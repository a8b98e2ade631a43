"""How fast the program is, beside others that make the same site: `python3 run.py bench`."""
