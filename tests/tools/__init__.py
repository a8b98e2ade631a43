"""Programs for developers; none of them runs in the suite."""
