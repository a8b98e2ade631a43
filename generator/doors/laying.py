"""Outputs laid into the new site one by one: carried over from the last site where they are the same, with their times.

What is carried over is known by its bytes: those of the last site are read, and compared or hashed. A page that would be printed
of the same as before is not printed at all.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import stat
from collections.abc import Iterable
from operator import attrgetter
from pathlib import Path

from generator.libraries.compression import FORMS, is_worth
from generator.libraries.kept import Kept, dumped, key_of, recalled
from generator.libraries.watch import UNWATCHED, Watch
from generator.site.output import Output
from generator.site.page import PrintedPage
from generator.site.verify import Verifier

_SUM = 32  # bytes of a SHA-256


class Laying:
    """Fills the folder `aside` with the outputs of a site, each of which the verifier sees.

    `last`: the folder of the site before, which may be absent, or none; `kept`: what is known of its files; `compress`: whether texts
    have their compressed forms beside them. `pages` counts those laid.
    """

    def __init__(  # noqa: PLR0913 - what it joins
        self,
        aside: Path,
        last: Path | None,
        verifier: Verifier,
        kept: Kept,
        watch: Watch = UNWATCHED,
        *,
        compress: bool = False,
    ) -> None:
        self._aside, self._verifier, self._kept = aside, verifier, kept
        self._last = last or aside.with_name(f"{aside.name}.none")
        self._made = {aside}
        self.pages = 0
        self._key = watch.calls("网页的摘要", attrgetter("key"))
        self._content = watch.calls("印网页", attrgetter("content"))
        self._look = watch.calls("核对", verifier.look)
        self._before = watch.calls("读上一次的文件", self._read_before)
        self._write = watch.calls("比对和写文件", self._write_new)
        self._link = watch.calls("沿用上一次的文件", self._link_last)
        self._beside = watch.calls("压缩", self._lay_beside) if compress else _nothing

    def lay(self, output: Output | PrintedPage) -> None:
        """Lay one output. Not laid is what may not lie at its path, which is a problem of the verifier's."""
        if not self._verifier.admits(output.path):
            return
        self.pages += output.path.endswith(".html")
        if isinstance(output, PrintedPage):
            self._lay_page(output)
        else:
            self._look(output.path, output.content)
            self._write(output.path, output.content)
            self._beside(output.path, output.content)

    def lay_all(self, outputs: Iterable[Output | PrintedPage]) -> None:
        """Lay outputs one by one."""
        for output in outputs:
            self.lay(output)

    def carry_all(self, paths: Iterable[str]) -> None:
        """Exchange files that somebody else has laid for the last site's, where both are the same."""
        for path in sorted(paths):
            file = self._aside / path
            content = file.read_bytes() if file.is_file() else None
            if content is not None:
                if self._is_last(path, content):
                    file.unlink()
                    self._link(path)
                self._beside(path, content)

    def again(self, path: str) -> bytes:
        """Return the bytes of an output that was laid."""
        return (self._aside / path).read_bytes()

    def _lay_page(self, page: PrintedPage) -> None:
        key = self._key(page)
        # The digest of what was printed of the same, and where its links lead.
        known = recalled(self._kept, key, 2)
        before = self._before(page.path) if known else None
        if known and before is not None and hashlib.sha256(before).digest() == known[0]:
            self._verifier.recall(frozenset(known[1]))
            self._link(page.path)
            self._beside(page.path, before)
            return
        content = self._content(page)
        targets = self._look(page.path, content)
        if targets is not None:
            self._kept.keep(key, dumped((hashlib.sha256(content).digest(), sorted(targets))))
        self._write(page.path, content)
        self._beside(page.path, content)

    def _lay_beside(self, path: str, content: bytes) -> None:
        """Lay the compressed forms of a text beside it; one is carried over if it is what was made of the same bytes."""
        if not is_worth(path, len(content)):
            return
        key = key_of("compressed", hashlib.sha256(content).digest())
        known = self._kept.take(key) or bytes(_SUM * len(FORMS))
        digests = [known[at : at + _SUM] for at in range(0, len(known), _SUM)]
        made = []
        for (ending, compressed), digest in zip(FORMS.items(), digests, strict=True):
            before = self._before(f"{path}{ending}")
            if before is not None and hashlib.sha256(before).digest() == digest:
                self._link(f"{path}{ending}")
                made.append(digest)
            else:
                form = compressed(content)
                self._write(f"{path}{ending}", form)
                made.append(hashlib.sha256(form).digest())
        if made != digests:
            self._kept.keep(key, b"".join(made))

    def _read_before(self, path: str) -> bytes | None:
        """Return the bytes of a file of the last site; None where it has none."""
        file = self._last / path
        with contextlib.suppress(OSError):
            return file.read_bytes() if stat.S_ISREG(file.lstat().st_mode) else None
        return None

    def _is_last(self, path: str, content: bytes) -> bool:
        file = self._last / path
        with contextlib.suppress(OSError):
            status = file.lstat()
            return (
                stat.S_ISREG(status.st_mode)
                and status.st_size == len(content)
                and file.read_bytes() == content
            )
        return False

    def _write_new(self, path: str, content: bytes) -> None:
        if self._is_last(path, content):
            self._link(path)
        else:
            self._place(path).write_bytes(content)

    def _link_last(self, path: str) -> None:
        """Have the last site's file in the new one too: as a link of the disk where it knows such, else as a copy."""
        target = self._place(path)
        try:
            target.hardlink_to(self._last / path)
        except OSError:
            shutil.copy2(self._last / path, target)

    def _place(self, path: str) -> Path:
        target = self._aside / path
        if target.parent not in self._made:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(target.parent)
        return target


def _nothing(_path: str, _content: bytes) -> None:
    """Lay nothing."""
