"""The register of Dalian's innovation workshops: YAML records in, a public static site out."""

from pathlib import Path

__version__ = "0.2.0"  # the newest entry of CHANGELOG.md
ROOT = Path(__file__).resolve().parent.parent  # the folder of the project: mkdocs.yml, registry/, site_src/
