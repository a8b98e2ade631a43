"""A filled 附件2: each field is read from its control, from its bookmark's cell and beside its label, and all are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.intake import ticks
from generator.intake.filled import I611, I612, I615, I616, I619, Box, Filled, Surplus
from generator.intake.labels import Labels
from generator.intake.notes import FormNotes, quoted
from generator.intake.opening import titles
from generator.intake.opening.wordfile import WordFile
from generator.intake.opening.wordplaces import DATE_AT_END, TAIL, Places, labelled
from generator.intake.opening.wordrest import Rest
from generator.intake.plain import says_nothing, squeezed
from generator.model.forms import Form, FormField
from generator.problems.code import WARNING, Code

_LEAST_FIELDS = 3
_MOST_COPIES = 100
_UNFILLED = re.compile(r"[\s_＿年月日]*")
_RULE = re.compile(r"[_＿]{2,}")


I614 = Code(
    "I614",
    WARNING,
    "有没接受的修订",
    meaning="修订没有接受或拒绝，最后的文字还没有定。这里照全部接受来读。",
    bad="“审阅”里开着修订改过的申报表",
    remedy="在 Word 里接受或拒绝全部修订，再核对。",
)


def read(form: Form, file: WordFile, notes: FormNotes) -> list[Filled]:
    """Return the applications in a document; empty if it is no such form. Sources that differ are noted (I611)."""
    labels = Labels(form)
    parts = list(_parts(form, labels, file))
    if len(parts) > _MOST_COPIES:
        return []
    copies = [
        _Copy(form, labels, part, notes, f"第 {number} 份" if len(parts) > 1 else "").filled()
        for number, part in enumerate(parts, start=1)
    ]
    filled = [application for application in copies if len(application.boxes) >= _LEAST_FIELDS]
    if filled and file.tracked:
        notes.add(
            "",
            I614,
            "文件里有还没接受的修订，照全部接受来读",
            "请在 Word 里接受或拒绝全部修订，另存以后再核对。",
        )
    if filled and file.floating:
        notes.add("", I616, "有浮在页面上的文本框，里面的字没有读", "请把文本框里的字移进表格，再读一次。")
    if filled and file.aside:
        message = f"文件里的{'、'.join(dict.fromkeys(file.aside))}没有读"
        notes.add("", I616, message, "里面有要写的，请写进表格再读一次。")
    return filled


def _parts(form: Form, labels: Labels, file: WordFile) -> Iterator[WordFile]:
    """Cut a document where a further copy of the form begins: at the form's first field."""
    first = form.fields[0]
    starts = [
        number
        for number, row in enumerate(labelled(labels, file)[0])
        if any(named is first for _, named, _ in row)
    ]
    for number, start in enumerate(starts or [0]):
        yield file.cut(
            start if number else 0, starts[number + 1] if number + 1 < len(starts) else len(file.rows)
        )


I613 = Code(
    "I613",
    WARNING,
    "内容写在了填写框的外面",
    meaning="填写框空着，字写在了旁边；多半是对的，但可能连说明文字一起读了进来。",
    bad="删空了填写框，在后面打字",
    remedy="核对草稿里的内容。",
)


class _Copy:
    """The reading of one copy of the form."""

    def __init__(self, form: Form, labels: Labels, file: WordFile, notes: FormNotes, which: str) -> None:
        self.form, self.file, self.notes, self.which = form, file, notes, which
        self.places = Places(form, labels, file)

    def filled(self) -> Filled:
        """Return all fields that could be found."""
        hidden = {
            squeezed(one.text)
            for field in self.form.fields
            if field.private
            for one in self.places.sources(field)
        }
        boxes = {}
        public = [field for field in self.form.fields if not field.private]
        for field in public:
            box = self._choice(field) if field.kind == "choice" else self._box(field)
            if box and not says_nothing(box.text) and squeezed(box.text) in hidden:
                self._note(
                    field, I619, "和不进入记录的一栏内容一样，没有写进草稿", "请核对是不是填错了格子。"
                )
                box = box._replace(text="", doubtful=True)
            if box:
                boxes[field.key] = box
        if len(boxes) < _LEAST_FIELDS:
            return Filled(self.form, self.which, boxes)
        for field in public:
            if field.key not in boxes:
                remedy = "请核对是不是删掉或改了栏名；要写的请补进草稿。"
                self._note(field, I615, f"表里找不到“{field.label}”这一栏", remedy)
        return Filled(
            self.form,
            self.which,
            boxes,
            others=self._others(boxes),
            unread=self._unread(),
            title=self._title(),
        )

    def _title(self) -> str:
        above = [
            "".join(row)
            for number, row in enumerate(self.file.rows)
            if number < self.places.heads and not self.places.named[number]
        ]
        return titles.other(self.form, above, self.notes)

    def _unread(self) -> tuple[FormField, ...]:
        """Return the private fields to be filled in by the applicant that are empty."""
        private = [field for field in self.form.fields if field.private and field.kind != "opinion"]
        found = [(field, [source.text for source in self.places.sources(field)]) for field in private]
        return tuple(field for field, texts in found if texts and all(map(_UNFILLED.fullmatch, texts)))

    def _others(self, boxes: dict[str, Box]) -> tuple[Surplus, ...]:
        """Return what stands beside the texts of the boxes; a box that holds only a table or a picture is doubtful, not empty."""
        cells = {cell: field for field in self.form.fields for cell in self.places.cells(field)}
        for row, cell, what, _ in self.file.inside:
            field = cells.get((row, cell))
            if field and what != "struck" and field.key in boxes and not boxes[field.key].text:
                boxes[field.key] = boxes[field.key]._replace(doubtful=True)
        labels = {(number, place) for number, row in enumerate(self.places.named) for place, _, _ in row}
        rest = Rest(self.form, self.file, self.notes, self.which)
        return tuple(rest.others(cells, labels, self.places.owned, self.places.heads))

    def _box(self, field: FormField) -> Box | None:
        sources = [source._replace(text=_plain(field, source.text)) for source in self.places.sources(field)]
        if not sources:
            return None
        written = [source for source in sources if squeezed(source.text)]
        if not written:
            return Box(field, "", self._place(field))
        box = Box(field, written[0].text, self._place(field))
        texts = {squeezed(source.text): source.text for source in written}
        if len(texts) > 1:
            both = "、".join(quoted(text) for text in texts.values())
            self._note(
                field,
                I611,
                f"同一栏读到不同的内容：{both}",
                "请核对表格，只留一处，再读一次；或照表格改草稿。",
            )
            return box._replace(text="；".join(texts.values()), doubtful=True)
        if any(source.control and not squeezed(source.text) for source in sources):
            self._note(field, I613, "内容写在了填写框的外面", "已照写的内容读入，请核对。")
        return box

    def _choice(self, field: FormField) -> Box | None:
        boxes = [
            (number, control)
            for number, option in enumerate(field.options, start=1)
            for control in self.file.controls
            if control.tag == f"{field.key}_{number}"
        ]
        cells = [source.text for source in self.places.sources(field)]
        ticked = {field.options[number - 1] for number, control in boxes if control.ticked}
        denied = {
            field.options[number - 1]
            for number, control in boxes
            if control.ticked and squeezed(control.text) and not ticks.is_ticked(control.text)
        }
        for cell in cells:
            ticked |= set(ticks.ticked(cell, field.options))
        if not boxes and not cells:
            return None
        box = Box(
            field, "、".join(option for option in field.options if option in ticked), self._place(field)
        )
        rest = next((cell for cell in cells if ticks.leftover(cell, field.options)), "")
        if rest:
            self._note(field, I611, f"除了可选的几项，还写着别的：{quoted(rest)}", "请问清选的是哪一项。")
            return box._replace(text=rest, doubtful=True)
        if len(ticked) > 1:
            self._note(field, I612, f"只能选一项，选了{quoted(box.text)}", "请问清是哪一项，改好再读。")
        elif denied:
            self._note(
                field, I611, f"{quoted(box.text)}的方框是勾上的，显示的却没有勾", "请问清有没有选这一项。"
            )
        return box._replace(doubtful=len(ticked) > 1 or bool(denied))

    def _place(self, field: FormField) -> str:
        return f"{self.which}“{field.label}”栏"

    def _note(self, field: FormField, code: Code, message: str, remedy: str) -> None:
        self.notes.add(self._place(field), code, message, remedy)


def _plain(field: FormField, text: str) -> str:
    """Return the text without drawn lines, without a date after the unit in the head, without a date that was not filled in."""
    text = _RULE.sub("", text)
    if field.kind == "date":
        return text if re.search(r"[0-9０-９一二三四五六七八九〇○]", text) else ""
    return text[:-TAIL] + DATE_AT_END.sub("", text[-TAIL:]) if field.place == "head" else text
