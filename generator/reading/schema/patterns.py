"""How ids, slugs and names of files are written."""

from __future__ import annotations

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
DEVICE = "(?:con|prn|aux|nul|com[0-9]|lpt[0-9])"  # names that Windows keeps to itself, with any ending
PHOTO_FILE = rf"(?!{DEVICE}[.])[a-z0-9-]+\.(?:jpg|jpeg|png|webp)"
FORM_ID = rf"[0-9]{{4}}/{SLUG}"
