"""The table of problem codes, one part a family: S F R H P I."""
