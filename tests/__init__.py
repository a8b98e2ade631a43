"""The tests: run them with `python run.py test`."""
