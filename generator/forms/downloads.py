"""The files that the site offers for download: each form and each notice, made from their specs and texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.forms import docx, noticedocx, pdf, wordfile, xlsx
from generator.libraries import typeset, workbook
from generator.libraries.kept import remembered
from generator.libraries.sums import Summed, summed
from generator.libraries.typeset import Press
from generator.model.forms import Form
from generator.model.notices import Notice
from generator.model.noticetext import blocks
from generator.model.registry import Registry

_MEDIA = {"Word": wordfile.MEDIA_TYPE, "Excel": workbook.MEDIA_TYPE, "PDF": typeset.MEDIA_TYPE}


@dataclass(frozen=True)
class Download:
    """A file to download.

    `path`: below the site; `kind`: Word, Excel or PDF; `source`: the id of the form or notice; `title`: the Chinese name
    without the kind; `version`: of a form, or the date of a notice, in Chinese.
    """

    path: str
    title: str
    kind: str
    source: str
    version: str
    summed: Summed

    @property
    def label(self) -> str:
        """The text of the link."""
        return f"{self.title}（{self.kind}）"

    @property
    def name(self) -> str:
        """The Chinese file name."""
        return f"{self.title}.{self.path.rsplit('.', maxsplit=1)[-1]}"

    @property
    def media_type(self) -> str:
        """The media type of its kind."""
        return _MEDIA[self.kind]

    @property
    def size_text(self) -> str:
        """The size in words."""
        return size_text(self.summed.size)


def size_text(size: int) -> str:
    """Write a number of bytes for a reader."""
    return f"{max(1, round(size / 1024))} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"


# The path, title, kind, source and version of a download, and its bytes.
_File = tuple[tuple[str, str, str, str, str], bytes]


def downloads(registry: Registry, press: Press) -> dict[Download, bytes]:
    """Return all downloads with their bytes in order of id, the files of a form side by side; the same bytes in every build."""
    files: tuple[_File, ...] = remembered(
        press.kept, ("downloads", registry.others, press.digest), lambda: (*_files(registry, press),)
    )
    return {Download(*about, summed(content)): content for about, content in files}


def _files(registry: Registry, press: Press) -> Iterator[_File]:
    for form in registry.forms:
        yield from _of_form(form, registry, press)
    for notice in registry.notices:
        yield from _of_notice(notice, registry, press)


def _of_form(form: Form, registry: Registry, press: Press) -> Iterator[_File]:
    path, about = f"forms/{form.id}", (form.id, f"{form.version} 版")
    if form.layout == "form":
        yield (f"{path}.docx", form.title, "Word", *about), docx.application_docx(form)
        printed = pdf.application_pdf(press, form)
    else:
        yield (f"{path}.xlsx", form.title, "Excel", *about), xlsx.summary_xlsx(form, registry)
        printed = pdf.summary_pdf(press, form)
    yield (f"{path}.pdf", form.title, "PDF", *about), printed


def _of_notice(notice: Notice, registry: Registry, press: Press) -> Iterator[_File]:
    text = registry.texts.get(f"notices/{notice.text}")
    if text is not None:
        path, about = f"notices/{notice.id}/notice", (notice.id, notice.date.chinese)
        parts = blocks(text, notice.contact)
        yield (f"{path}.docx", notice.title, "Word", *about), noticedocx.notice_docx(notice, parts)
        yield (f"{path}.pdf", notice.title, "PDF", *about), pdf.notice_pdf(press, notice, parts)
