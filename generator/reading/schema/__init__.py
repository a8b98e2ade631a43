"""The tables of all kinds of records: the only place that defines the keys, their labels and their values."""

from generator.model.local import ID
from generator.model.vocabulary import OPTIONAL
from generator.reading.schema.form import FORM, FORM_FIELD
from generator.reading.schema.notice import COUNTS, LISTED, NOTICE
from generator.reading.schema.patterns import DEVICE, FORM_ID, PHOTO_FILE, SLUG
from generator.reading.schema.redirects import ADDRESS, REDIRECT, REDIRECTS
from generator.reading.schema.register import REGISTER
from generator.reading.schema.totals import TOTAL, TOTAL_LEVELS, TOTALS
from generator.reading.schema.vocabulary import TERM, VOCABULARIES, VOCABULARY
from generator.reading.schema.workshop import (
    ACHIEVEMENT,
    BASIS,
    CORRECTION,
    DESIGNATION,
    EVENT,
    HONOUR,
    LEADER,
    LINK,
    LOCATION,
    PHOTO,
    SOURCE,
    WORKSHOP,
)

__all__ = [
    "ACHIEVEMENT",
    "ADDRESS",
    "BASIS",
    "CORRECTION",
    "COUNTS",
    "DESIGNATION",
    "DEVICE",
    "EVENT",
    "FORM",
    "FORM_FIELD",
    "FORM_ID",
    "HONOUR",
    "ID",
    "LEADER",
    "LINK",
    "LISTED",
    "LOCATION",
    "NOTICE",
    "OPTIONAL",
    "PHOTO",
    "PHOTO_FILE",
    "REDIRECT",
    "REDIRECTS",
    "REGISTER",
    "SLUG",
    "SOURCE",
    "TERM",
    "TOTAL",
    "TOTALS",
    "TOTAL_LEVELS",
    "VOCABULARIES",
    "VOCABULARY",
    "WORKSHOP",
]
