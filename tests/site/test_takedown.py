"""A leader who was taken down: the whole site says neither the name nor anything else of the person."""

from __future__ import annotations

from collections.abc import Mapping

from tests.made import miniature, samples, takedown


def _taken_down() -> dict[str, str]:
    texts = miniature.texts()
    for path, edits in takedown.CHANGES.items():
        texts[path] = samples.changed(path, edits, texts)
    return texts


def _site(texts: Mapping[str, str]) -> dict[str, bytes]:
    return {output.path: output.content for output in miniature.outputs(held=texts)}


def test_no_file_says_the_name() -> None:
    assert any(
        takedown.NAME in content.decode("utf-8", "replace") for content in _site(miniature.texts()).values()
    )
    for path, content in _site(_taken_down()).items():
        assert takedown.NAME not in content.decode("utf-8", "replace"), path


def test_no_export_says_what_the_record_still_holds() -> None:
    """Honours and grades that were left in the record (R328): what is made of it is what is made of the bare one.

    The record's own copy and its sums alone differ; for them R328 is an error.
    """
    left = _taken_down()
    honours = (
        "leader:\n  honours:\n    - name: 大连市劳动模范\n  skill_grade: 高级技师\n  education: 大学本科\n"
    )
    left[samples.RECORD] = left[samples.RECORD].replace("leader:\n", honours)
    bare, whole = _site(_taken_down()), _site(left)
    copies = {
        "SHA256SUMS",
        "build.json",
        "version/index.html",
        "v/DL0001/index.html",
        "workshops/DL0001/DL0001.yml",
    }
    assert {path for path in whole if whole[path] != bare[path]} - copies == set()
