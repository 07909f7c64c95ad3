"""Put the letters of a PDF page together to stretches: the words of one line in one column or cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.knowledge.source_documents.pdf_drawings import RuledLine
from generator.knowledge.source_documents.pdf_letters import Letter, PageContent

SAME_LINE = 0.4
"""How far apart baselines of one line may be, in sizes of its letters: raised figures are not on the line."""

SPACE, WIDE_SPACE = 0.2, 0.45
"""The gap between two words, in sizes of the letters: where a page has no signs for spaces or one is guessed, and where it has."""

COLUMN_GAP, NARROW_GAP, NARROWEST_GAP = 1.5, 0.8, 0.5
"""The gap between two columns, in sizes of the letters; that where a space would have had its sign and has not; and that between cells."""

_MARK = re.compile(
    r"(?:[-*o\u2022\u2023\u25e6\u2013\u00b7\u25aa\u25ab\u25a0\u25a1\u25cf\u25cb\u2043\uf0b7\uf0a7\uf0fc\u27a2\u2713]"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])"
)

_FROM_MARK, _FROM_TICK = 5.0, 2.0
"""How far the mark of a list is from its item at most, in sizes of the letters: any mark, and a tick."""

_TICKS = "\u2713\uf0fc"


@dataclass(frozen=True)
class PageStretch:
    """Words of one line, in one column or cell."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    body: float
    """Where its words begin: after the mark of a list, if it has one."""
    first_word: float
    """How wide its first word is."""
    marked: bool = False
    """Whether it begins with the mark of a list."""
    bold: bool = False
    """Whether all its words are bold."""
    words: tuple[float, ...] = ()
    """Where each of its words begins."""
    spaced: bool = False
    """Whether a space is written after its last word."""


def has_spaces(letters: Sequence[Letter]) -> bool:
    """Whether letters have signs for the spaces between words."""
    return sum(letter.text.isspace() for letter in letters) > len(letters) / 15


def stretches_of(page: PageContent, *, narrow: bool = False, signed: bool | None = None) -> list[PageStretch]:
    """The stretches of a page in the order in which they were written, list marks beside their items.

    Where columns are looked for, also `narrow` gaps part stretches. Spaces may be known to be `signed`.
    """
    signed = has_spaces(page.letters) if signed is None else signed
    runs = _runs(
        _drawn_once(page.letters),
        page.upright,
        (NARROWEST_GAP if signed else NARROW_GAP) if narrow else (NARROW_GAP if signed else COLUMN_GAP),
    )
    found = [_stretch(letters, WIDE_SPACE if signed else SPACE) for letters in runs]
    return _marks_beside([_with_dot(one, page.dots) for one in found if one.text], page.upright)


def _drawn_once(letters: Sequence[Letter]) -> Iterator[Letter]:
    """Letters without those that are drawn a second time to look bold."""
    seen: dict[tuple[str, int, int], list[Letter]] = {}
    before: Letter | None = None
    for letter in letters:
        ligature = before is not None and (before.left, before.right, before.baseline) == (letter.left, letter.right, letter.baseline)
        before = letter
        if not letter.text.isspace() and not ligature:
            across, up = round(letter.left / 4), round(letter.baseline / 4)
            near = (one for x in (-1, 0, 1) for y in (-1, 0, 1) for one in seen.get((letter.text, across + x, up + y), ()))
            most = letter.size / 8
            if any(abs(one.left - letter.left) <= most and abs(one.baseline - letter.baseline) <= most for one in near):
                continue
            seen.setdefault((letter.text, across, up), []).append(letter)
        yield letter


def _runs(letters: Iterable[Letter], upright: Sequence[RuledLine], apart: float) -> Iterator[list[Letter]]:
    """Letters that stand beside one another, in the order in which they were written. Without a space, no gap is wider than `apart`."""
    run: list[Letter] = []
    for letter in letters:
        if letter.text.isspace() and letter.text != "\t":
            if run and _beside(_last(run), letter, upright, COLUMN_GAP):
                run.append(replace(letter, text=" "))
            continue
        if run and not _beside(_last(run), letter, upright, COLUMN_GAP if run[-1].text == " " else apart):
            yield run
            run = []
        run.append(letter)
    if run:
        yield run


def _last(run: list[Letter]) -> Letter:
    """The last letter that is no space: a space may be as wide as a column."""
    return next((letter for letter in reversed(run) if not letter.text.isspace()), run[-1])


def _beside(before: Letter, letter: Letter, upright: Sequence[RuledLine], apart: float) -> bool:
    size = max(before.size, letter.size)
    if abs(before.baseline - letter.baseline) > SAME_LINE * size or letter.left < before.left - 0.3 * size:
        return False
    if letter.left - before.right > apart * size:
        return False
    return not parted(upright, before.right, letter.left, before.baseline, size)


def parted(upright: Sequence[RuledLine], left: float, right: float, baseline: float, size: float) -> bool:
    """Whether an upright line stands between two places of one line of text."""
    middle = baseline + size / 4
    return any(left - 1 <= rule.left and rule.right <= right + 1 and rule.bottom <= middle <= rule.top for rule in upright)


def _stretch(run: list[Letter], gap: float) -> PageStretch:
    words: list[list[Letter]] = []
    before: Letter | None = None
    apart = True
    for letter in run:
        if letter.text == " ":
            apart = True
            continue
        wide = min(gap, SPACE) if letter.spaced else gap
        if apart or (before and letter.left - before.right > wide * letter.size):
            words.append([])
        words[-1].append(letter)
        before, apart = letter, False
    letters = [letter for word in words for letter in word]
    if not letters:
        return PageStretch("", 0, 0, 0, 1, 0, 0)
    spelled = ["".join(letter.text for letter in word) for word in words]
    marked = len(words) > 1 and bool(_MARK.fullmatch(spelled[0]))
    first = words[1] if marked else words[0]
    baselines = sorted(letter.baseline for letter in letters)
    return PageStretch(
        text=" ".join(spelled),
        left=letters[0].left,
        right=letters[-1].right,
        baseline=baselines[len(baselines) // 2],
        size=max(letter.size for letter in letters),
        body=first[0].left,
        first_word=first[-1].right - first[0].left,
        marked=marked,
        bold=all(letter.bold for letter in letters),
        words=tuple(word[0].left for word in words),
        spaced=run[-1].text == " ",
    )


def beside_a_tab(before: PageStretch, one: PageStretch) -> PageStretch:
    """Two stretches of one line that no cell parts: a label and its value, say."""
    return replace(before, text=f"{before.text}\t{one.text}", right=one.right, spaced=one.spaced)


def _with_dot(one: PageStretch, dots: Sequence[RuledLine]) -> PageStretch:
    """A stretch with the mark that is drawn before it, if one is."""
    for dot in dots:
        middle = (dot.bottom + dot.top) / 2
        if 0 < one.left - dot.right <= 2 * one.size and one.baseline < middle < one.baseline + 0.8 * one.size and not one.marked:
            return replace(one, text=f"\u2022 {one.text}", left=dot.left, marked=True)
    return one


def _marks_beside(found: list[PageStretch], upright: Sequence[RuledLine]) -> list[PageStretch]:
    """Each list mark with the words that it stands before, wherever it was written."""
    marks = [one for one in found if _MARK.fullmatch(one.text)]
    if not marks:
        return found
    items: dict[int, PageStretch] = {}
    alone: set[int] = set()
    for mark in marks:
        at = _item_of(mark, found, upright)
        if at is not None and at not in items:
            items[at] = mark
            alone.add(id(mark))
    made = []
    for at, one in enumerate(found):
        if id(one) in alone:
            continue
        own = items.get(at)
        made.append(one if own is None else replace(one, text=f"{own.text} {one.text}", left=own.left, marked=True))
    return made


def _item_of(mark: PageStretch, found: list[PageStretch], upright: Sequence[RuledLine]) -> int | None:
    """The stretch to the right of a mark, on its line and in its cell. A tick far from it is a cell of its own."""
    most = _FROM_TICK if mark.text in _TICKS else _FROM_MARK
    near = [
        (one.left - mark.right, at)
        for at, one in enumerate(found)
        if one is not mark and 0 <= one.left - mark.right <= most * one.size and abs(one.baseline - mark.baseline) <= SAME_LINE * one.size
    ]
    at = min(near)[1] if near else None
    if at is None or found[at].text in _TICKS or parted(upright, mark.right, found[at].left, mark.baseline, mark.size):
        return None
    return at
