"""A seeded registry of made-up workshops, of any size: for tests, and to measure with."""

from tests.made.synthetic.registry import SEED, outputs

__all__ = ["SEED", "outputs"]
