"""The wish of the sample's leader to be taken down, carried out as registry/README.md says, and half carried out."""

from __future__ import annotations

from tests.made.samples import NAMING, RECORD

NAME = "周海"
HALF = {
    "leader:\n  name: 周海\n  honours:\n    - name: 大连市劳动模范\n      year: 2018\n  skill_grade: 高级技师\n": "leader:\n",
    "    kind: 本人同意\n    date: 2024-05-06\n": "    kind: 本人要求撤下\n    date: 2026-01-06\n",
    "supports: [name, unit, leader.name, designations.2, summary]": "supports: [name, unit, designations.2, summary]",
}
WHOLE = HALF | {
    "name: 周海职工创新工作室\nkind": "name: ×××（DL0001）职工创新工作室\nkind",
    "  - 周海创新工作室\n": "  - ×××（DL0001）创新工作室\n",
    "    alt: 周海在调试机床": "    alt: ×××在调试机床",
    "  - title: 周海职工创新工作室获省级命名": "  - title: ×××职工创新工作室获省级命名",
}
CHANGES = {RECORD: WHOLE, NAMING: {"  - 周海职工创新工作室": "  - ×××（DL0001）职工创新工作室"}}
