"""A city's register of innovation workshops: YAML records in, a public static site out."""

import os
from pathlib import Path

__version__ = "0.2.0"  # the newest entry of CHANGELOG.md
ROOT = Path(__file__).resolve().parent.parent  # the folder of the project: mkdocs.yml, registry/, site_src/
# The folder of the register: registry/ and site/ in it. A register of its own (`init`) names it.
HOME = Path(os.environ.get("REGISTER_FOLDER") or ROOT)
