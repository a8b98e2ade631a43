"""The tests: run them with `python run.py test`."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent  # the repository
