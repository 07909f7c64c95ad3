"""Two paragraphs as one with changes tracked: word by word, inside the controls of the newer one."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import count, groupby, pairwise
from typing import Any  # lxml's elements carry no types

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

_WORD = re.compile(r"\S+\s*|\s+")
_FIELD = {qn("w:fldChar"), qn("w:instrText")}
_GONE = {qn("w:t"): "w:delText", qn("w:instrText"): "w:delInstrText"}

OLD_PICTURES = 1000
"""What is added to the number of a picture that is taken out: no two in a file may have one number."""

Atom = tuple[str, list[Any]]
"""What is added or taken out whole: a word, a field or a picture. How it looks and what it says, and its runs."""


class Tracker:
    """Makes the marks of tracked changes, all by one author on one day."""

    def __init__(self, author: str, day: str) -> None:
        """`day` is an ISO date."""
        self._by = {"author": author, "date": f"{day}T00:00:00Z"}
        self._ids = count(200_000)

    def mark(self, kind: str, children: Sequence[Any] = ()) -> Any:
        """`w:ins` or `w:del`, around runs or as the mark of a paragraph or row."""
        made = OxmlElement(f"w:{kind}")
        for name, value in (("id", str(next(self._ids))), *self._by.items()):
            made.set(qn(f"w:{name}"), value)
        made.extend(children)
        return made

    def deleted(self, runs: Sequence[Any]) -> Any:
        """Runs that are taken out."""
        return self.mark("del", [_struck(run) for run in runs])


def merge_runs(old: Any, new: Any, tracker: Tracker) -> None:
    """Make the paragraph `new` show what was added and taken out since `old`."""
    before = list(_atoms(leaf_runs(old)))
    after = list(_atoms(leaf_runs(new)))
    gone, fresh = _differences([atom[0] for atom in before], [atom[0] for atom in after])
    for at, (_, runs) in enumerate(after):
        first = runs[0]
        if at in gone:
            first.addprevious(tracker.deleted([run for number in gone[at] for run in before[number][1]]))
        if at in fresh:
            whole = tracker.mark("ins")
            first.addprevious(whole)
            whole.extend(runs)
    if len(after) in gone:
        runs = [run for number in gone[len(after)] for run in before[number][1]]
        _append(new, after, tracker.deleted(runs))
    _joined_marks(new)


def _append(new: Any, after: Sequence[Atom], element: Any) -> None:
    """Put an element behind all runs, in the control that the last is in."""
    if not after:
        new.append(element)
        return
    last = after[-1][1][-1]
    outer = last.getparent()
    (outer if outer.tag == qn("w:ins") else last).addnext(element)


def _differences(before: list[str], after: list[str]) -> tuple[dict[int, range], set[int]]:
    """Which of the old ones are gone, by the place of the new one that they stood before; and which of the new ones are new."""
    gone, fresh = dict[int, range](), set[int]()
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            fresh |= set(range(j1, j2))
            if i2 > i1:
                gone[j1] = range(i1, i2)
    return gone, fresh


def leaf_runs(paragraph: Any) -> list[Any]:
    """The runs of a paragraph, those in controls too, but not those of text boxes in them."""
    return [run for run in paragraph.iter(qn("w:r")) if next(run.iterancestors(qn("w:p"))) is paragraph]


def _atoms(runs: Sequence[Any]) -> Iterator[Atom]:
    """Words, fields and pictures in order. Runs of plain words are parted into words, in place. A field that goes on in another
    paragraph, as the contents do, is no part of the text."""
    balanced = _fields(runs)
    for index, run in enumerate(runs):
        whole = next((field for field in balanced if index in field), None)
        if whole is not None:
            if index == whole.start:
                field = [runs[at] for at in whole]
                yield "".join(_signature(each) for each in field), field
        elif not any(child.tag in _FIELD for child in run):
            yield from _words(run)


def _fields(runs: Sequence[Any]) -> list[range]:
    """The fields that begin and end among the runs. None of ours holds another, but for the contents, which do not end there."""
    found, begun = list[range](), list[int]()
    for index, run in enumerate(runs):
        kind = next((child.get(qn("w:fldCharType")) for child in run if child.tag == qn("w:fldChar")), "")
        if kind == "begin":
            begun.append(index)
        elif kind == "end" and begun:
            found.append(range(begun.pop(), index + 1))
    return found


def _words(run: Any) -> Iterator[Atom]:
    content = [child for child in run if child.tag != qn("w:rPr")]
    if len(content) != 1 or content[0].tag != qn("w:t") or run.getparent() is None:
        yield _signature(run), [run]
        return
    words = _WORD.findall(content[0].text or "")
    pieces = [run] + [copy.deepcopy(run) for _ in words[1:]]
    for before, piece in pairwise(pieces):
        before.addnext(piece)
    for piece, word in zip(pieces, words, strict=False):
        piece.find(qn("w:t")).text = word
        yield _signature(piece), [piece]


def _signature(run: Any) -> str:
    return str(etree.tostring(run, method="c14n").decode())


def _struck(run: Any) -> Any:
    """A run that is taken out: its words have other names."""
    made = copy.deepcopy(run)
    for picture in made.iter(qn("wp:docPr")):
        picture.set("id", str(OLD_PICTURES + int(picture.get("id"))))
    for child in list(made):
        if child.tag in _GONE:
            struck = OxmlElement(_GONE[child.tag])
            struck.text = child.text
            struck.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            child.addprevious(struck)
            made.remove(child)
    return made


def _joined_marks(paragraph: Any) -> None:
    """Neighbours with the same mark and look as one again: runs of one word each are nothing to read in a file."""
    marked = (qn("w:ins"), qn("w:del"))
    inner = [run.getparent() for run in leaf_runs(paragraph)]
    for parent in {id(p): p for p in (p.getparent() if p.tag in marked else p for p in inner)}.values():
        for _, group in groupby(list(parent), key=lambda child: child.tag if child.tag in marked else id(child)):
            first, *others = group
            for other in others:
                first.extend(list(other))
                parent.remove(other)
    for parent in {id(p): p for p in (run.getparent() for run in leaf_runs(paragraph))}.values():
        _join_runs(parent)


def _join_runs(parent: Any) -> None:
    before: Any = None
    for run in list(parent):
        text = _only_text(run)
        if text is None:
            before = None
        elif before is not None and _look(before) == _look(run) and before[-1].tag == text.tag:
            before[-1].text = (before[-1].text or "") + (text.text or "")
            before[-1].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            parent.remove(run)
        else:
            before = run


def _only_text(run: Any) -> Any | None:
    content = [child for child in run if child.tag != qn("w:rPr")] if run.tag == qn("w:r") else []
    return content[0] if len(content) == 1 and content[0].tag in (qn("w:t"), qn("w:delText")) else None


def _look(run: Any) -> bytes:
    look = run.find(qn("w:rPr"))
    return b"" if look is None else bytes(etree.tostring(look, method="c14n"))
