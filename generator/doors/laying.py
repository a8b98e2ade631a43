"""Outputs laid into the new site one by one: carried over from the last site where they are the same, with their times.

What is carried over is known by its bytes: those of the last site are read, and compared or hashed. A page that would be printed
of the same as before is not printed at all.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import stat
from collections.abc import Iterable, Mapping
from operator import attrgetter
from pathlib import Path

from generator.doors.disk import bytes_at
from generator.libraries.compression import FORMS, is_worth
from generator.libraries.kept import Kept, dumped, key_of, recalled
from generator.libraries.sums import Summed, summed
from generator.libraries.watch import UNWATCHED, Watch
from generator.site.output import Output
from generator.site.page import Bundle, Planned, PrintedPage
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
        self._verifier, self._kept, self._watch = verifier, kept, watch
        # Texts: a Path of each of a hundred thousand files costs more than reading them.
        self._aside, self._last = f"{aside}/", f"{last or aside.with_name(f'{aside.name}.none')}/"
        self._made = {self._aside}
        self.pages = 0
        self._key = watch.calls("网页的摘要", attrgetter("key"))
        self._content = watch.calls("印网页", attrgetter("content"))
        self._look = watch.calls("核对", verifier.look)
        self._before = watch.calls("读上一次的文件", self._read_before)
        self._write = watch.calls("比对和写文件", self._write_new)
        self._link = watch.calls("沿用上一次的文件", self._link_last)
        self._beside = watch.calls("压缩", self._lay_beside) if compress else _nothing

    def lay(self, output: Planned) -> None:
        """Lay one output, or those of a bundle. Not laid is what may not lie at its path, which is a problem of the verifier's."""
        if isinstance(output, Bundle):
            self._lay_bundle(output)
        elif isinstance(output, PrintedPage):
            self._lay_bundle(Bundle(self._key(output), lambda: (output,), "单独的网页"))
        elif self._admits(output.path):
            self._lay_content(output.path, output.content)

    def lay_all(self, outputs: Iterable[Planned]) -> None:
        """Lay outputs one by one."""
        for output in outputs:
            self.lay(output)

    def carry_all(self, paths: Iterable[str]) -> None:
        """Exchange files that somebody else has laid for the last site's, where both are the same."""
        for path in sorted(paths):
            file = Path(self._aside + path)
            content = file.read_bytes() if file.is_file() else None
            if content is not None:
                if self._is_last(path, content):
                    file.unlink()
                    self._link(path)
                self._beside(path, content)

    def again(self, path: str) -> bytes:
        """Return the bytes of an output that was laid."""
        return bytes_at(self._aside + path)

    def _admits(self, path: str) -> bool:
        admitted = self._verifier.admits(path)
        self.pages += admitted and path.endswith(".html")
        return admitted

    def _lay_bundle(self, bundle: Bundle[Output] | Bundle[PrintedPage]) -> None:
        # The path, size and checksum of each output that was made of the same, and where their links lead.
        known = recalled(self._kept, bundle.key, 2)
        if known and self._carry({path: Summed(size, sum_) for path, size, sum_ in known[0]}, bundle):
            self._verifier.recall(known[1])
            return
        targets: frozenset[str] | None = frozenset()
        made: Iterable[Output | PrintedPage] = bundle.make()
        for output in self._watch.items(made, lambda _: bundle.stage):
            content = self._content(output) if isinstance(output, PrintedPage) else output.content
            bundle.sums[output.path] = summed(content)
            if self._admits(output.path):
                found = self._lay_content(output.path, content)
                targets = None if found is None or targets is None else targets | found
        if targets is not None:
            told = tuple((path, *known) for path, known in bundle.sums.items())
            self._kept.keep(bundle.key, dumped((told, sorted(targets))))

    def _carry(self, sums: Mapping[str, Summed], bundle: Bundle[Output] | Bundle[PrintedPage]) -> bool:
        """Carry the outputs of a bundle over from the last site, if it has all of them."""
        standing = {}
        for path, known in sums.items():
            before = self._standing(path, known.sha256)
            if before is None:
                return False
            standing[path] = before
        bundle.sums.update(sums)
        for path, before in standing.items():
            if self._admits(path):
                self._link(path)
                self._beside(path, before)
        return True

    def _lay_content(self, path: str, content: bytes) -> frozenset[str] | None:
        """Lay bytes; return where their links lead, None where there is a problem with them."""
        targets = self._look(path, content)
        self._write(path, content)
        self._beside(path, content)
        return targets

    def _standing(self, path: str, sum_: str) -> bytes | None:
        """Return the bytes of a file of the last site that has that checksum."""
        before = self._before(path)
        return before if before is not None and hashlib.sha256(before).hexdigest() == sum_ else None

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
        file = self._last + path
        with contextlib.suppress(OSError):
            return bytes_at(file) if stat.S_ISREG(os.lstat(file).st_mode) else None
        return None

    def _is_last(self, path: str, content: bytes) -> bool:
        file = self._last + path
        with contextlib.suppress(OSError):
            status = os.lstat(file)
            return (
                stat.S_ISREG(status.st_mode) and status.st_size == len(content) and bytes_at(file) == content
            )
        return False

    def _write_new(self, path: str, content: bytes) -> None:
        if self._is_last(path, content):
            self._link(path)
        else:
            with open(self._place(path), "wb") as file:  # noqa: PTH123 - texts, see above
                file.write(content)

    def _link_last(self, path: str) -> None:
        """Have the last site's file in the new one too: as a link of the disk where it knows such, else as a copy."""
        target = self._place(path)
        try:
            os.link(self._last + path, target)
        except OSError:
            shutil.copy2(self._last + path, target)

    def _place(self, path: str) -> str:
        target = self._aside + path
        folder = target[: target.rindex("/") + 1]
        if folder not in self._made:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - as above
            self._made.add(folder)
        return target


def _nothing(_path: str, _content: bytes) -> None:
    """Lay nothing."""
