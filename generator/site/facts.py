"""The facts of a workshop as people read them."""

from __future__ import annotations

from generator.model.workshop import Workshop

TO_FILL = "待补充"
TAKEN_DOWN = "领衔人信息已应本人要求撤下"


def leader_name(workshop: Workshop) -> str:
    """The leader's name, 待补充, or that the person asked to be taken down."""
    if not workshop.leader:
        return f"领衔人{TO_FILL}"
    return workshop.leader.name or TAKEN_DOWN
