"""The register of Dalian's innovation workshops: YAML records in, a public static site out."""

__version__ = "0.2.0"  # the newest entry of CHANGELOG.md
