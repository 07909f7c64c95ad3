"""A network's pack in Word with every change from the base role, or from an earlier version, tracked: a panel sees what was done.

All changes accepted, it is the pack; all rejected, it is the base role's pack or the earlier version's. The logo, and heads and feet of
pages, are the pack's own.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any  # lxml's elements carry no types

from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from lxml import etree

from generator.documents.formats.docx.tracked_runs import Tracker, leaf_runs, merge_runs

_AFTER_LOOK = {qn("w:sectPr"), qn("w:pPrChange")}


def merged_blocks(old: Sequence[Any], new: Sequence[Any], tracker: Tracker) -> list[Any]:
    """The blocks of a newer body, with what was added and taken out since an older one marked."""
    return list(_merged(old, new, tracker, _key, _merge_block))


def _merged(
    old: Sequence[Any], new: Sequence[Any], tracker: Tracker, key: Callable[[Any], Hashable], merge: Callable[[Any, Any, Tracker], None]
) -> Iterator[Any]:
    """Blocks or rows: those with one key are merged, and so are those in place of each other that are of one kind."""
    matcher = SequenceMatcher(None, [key(each) for each in old], [key(each) for each in new], autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        paired = kind == "equal" or (i2 - i1 == j2 - j1 and all(map(_same_kind, old[i1:i2], new[j1:j2])))
        if not paired:
            yield from (_taken_out(each, tracker) for each in old[i1:i2])
            yield from (_put_in(each, tracker) for each in new[j1:j2])
            continue
        for before, after in zip(old[i1:i2], new[j1:j2], strict=True):
            merge(before, after, tracker)
            yield after


def _key(block: Any) -> Hashable:
    """What makes a block the same: its tag, its caption, or its words and style."""
    if block.tag == qn("w:tbl"):
        return "table", _said(block, "./w:tblPr/w:tblCaption/@w:val")
    if block.tag == qn("w:sdt"):
        return "control", _said(block, "./w:sdtPr/w:tag/@w:val")
    style = _style(block)
    words = _words(block)
    return "paragraph", style, words.rstrip("0123456789") if style.startswith("TOC") else words


def _style(block: Any) -> str:
    return _said(block, "./w:pPr/w:pStyle/@w:val")


def _said(element: Any, path: str) -> str:
    return str(next(iter(etree.XPath(path, namespaces=nsmap)(element)), ""))


def _words(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def _same_kind(one: Any, other: Any) -> bool:
    """Whether one paragraph may take the place of the other."""
    return bool(one.tag == other.tag == qn("w:p")) and _style(one) == _style(other)


def _merge_block(old: Any, new: Any, tracker: Tracker) -> None:
    """Merge two blocks of one key into the newer."""
    if new.tag == qn("w:p"):
        merge_runs(old, new, tracker)
    elif new.tag == qn("w:sdt"):
        inner = new.find(qn("w:sdtContent"))
        inner.extend(merged_blocks(list(old.find(qn("w:sdtContent"))), list(inner), tracker))
    else:
        new.extend(list(_merged(old.findall(qn("w:tr")), new.findall(qn("w:tr")), tracker, _row_key, _merge_row)))


def _row_key(row: Any) -> Hashable:
    """A criterion's row is the same by its tag, any other by its first words and the number of its cells."""
    tags = [str(tag) for tag in etree.XPath(".//w:sdt/w:sdtPr/w:tag/@w:val", namespaces=nsmap)(row)]
    cells = row.findall(qn("w:tc"))
    if tags and tags[0].startswith("criterion:"):
        return tags[0], len(cells)
    return _words(cells[0]), tuple(tags), len(cells)


def _merge_row(old: Any, new: Any, tracker: Tracker) -> None:
    """Merge two rows of one key into the newer: each cell of ours is one paragraph."""
    for before, after in zip(old.findall(qn("w:tc")), new.findall(qn("w:tc")), strict=True):
        for one, other in zip(before.findall(qn("w:p")), after.findall(qn("w:p")), strict=True):
            merge_runs(one, other, tracker)


def _put_in(block: Any, tracker: Tracker) -> Any:
    """A block that is new, marked so."""
    for row in _all(block, "w:tr"):
        _properties(row, "w:trPr").append(tracker.mark("ins"))
    for paragraph in _all(block, "w:p"):
        _mark_end(paragraph, tracker.mark("ins"))
        for run in leaf_runs(paragraph):
            whole = tracker.mark("ins")
            run.addprevious(whole)
            whole.append(run)
    return block


def _taken_out(block: Any, tracker: Tracker) -> Any:
    """A copy of a block that is gone, marked so. It has no controls and bookmarks: their names are the newer blocks' own."""
    inner = block.find(qn("w:sdtContent"))
    made = copy.deepcopy(inner[0] if block.tag == qn("w:sdt") and len(inner) == 1 else block)
    for row in _all(made, "w:tr"):
        _properties(row, "w:trPr").append(tracker.mark("del"))
    for paragraph in _all(made, "w:p"):
        properties = _properties(paragraph, "w:pPr")
        for section in properties.findall(qn("w:sectPr")):
            properties.remove(section)
        runs = leaf_runs(paragraph)
        for child in list(paragraph):
            if child is not properties:
                paragraph.remove(child)
        if runs:
            paragraph.append(tracker.deleted(runs))
        _mark_end(paragraph, tracker.mark("del"))
    return made


def _all(block: Any, name: str) -> list[Any]:
    return list(block.iter(qn(name)))


def _properties(element: Any, name: str) -> Any:
    found = element.find(qn(name))
    if found is None:
        found = OxmlElement(name)
        element.insert(0, found)
    return found


def _mark_end(paragraph: Any, mark: Any) -> None:
    """Mark the end of a paragraph, which is what makes it one."""
    properties = _properties(paragraph, "w:pPr")
    look = properties.find(qn("w:rPr"))
    if look is None:
        look = OxmlElement("w:rPr")
        behind = next((child for child in properties if child.tag in _AFTER_LOOK), None)
        if behind is None:
            properties.append(look)
        else:
            behind.addprevious(look)
    look.insert(0, mark)
