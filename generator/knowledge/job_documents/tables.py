"""Read tables of criteria, whatever their shape: levels as columns with items or ticks in them, or as a column of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.knowledge.job_documents.criteria_words import (
    LEVEL_LINE,
    TICK,
    WAYS_CODES,
    level_of_text,
    ways_of,
)
from generator.knowledge.job_documents.found import Assessment, Level
from generator.knowledge.job_documents.passages import DocumentPassage
from generator.knowledge.job_documents.raw_criteria import RawCriterion, with_sign
from generator.knowledge.job_documents.rows import CriteriaRow, has_levels, has_ways, heads_of, rows_of


@dataclass
class ReadTable:
    """What a table of criteria holds."""

    criteria: list[RawCriterion] = field(default_factory=list)
    others: list[tuple[DocumentPassage, str]] = field(default_factory=list)
    """Each other passage with what it is."""


def read_table(passages: Sequence[DocumentPassage], category: str, level: Level | None = None) -> ReadTable:
    """The criteria of a table below the heading of a `category`, or of a `level`."""
    rows = rows_of(passages)
    narrow = max(map(len, rows)) == 1
    at = next((index for index, row in enumerate(rows[:3]) if has_levels(row) and (narrow or len(row) > 1)), None)
    if at is None:
        at = next((index for index, row in enumerate(rows[:3]) if has_ways(row)), None)
    if at is None:
        return _without_heads(rows, category)
    reader = _Table(rows[at], rows[at + 1 :], category, level)
    made = reader.read()
    heads = [one for row in rows[: at + 1] for cell in row.values() for one in cell]
    made.others[:0] = [(one, "heading") for one in heads]
    return made


class _Table:
    """A table with a row of heads."""

    def __init__(self, head: CriteriaRow, rows: list[CriteriaRow], category: str, level: Level | None) -> None:
        self._heads, self._rows, self._category, self._level = heads_of(head), rows, category, level
        self._said = {column: " ".join(one.text for one in cell) for column, cell in head.items()}
        held = set(self._heads.values())
        levels = [cell for row in rows for column in row for cell in [row[column]] if self._heads.get(column) in ("essential", "desirable")]
        ticks = sum(_is_tick(cell) or _is_codes(cell) for cell in levels)
        self._ticked = bool(levels) and ticks * 2 > len(levels)
        self._without_levels = not held & {"essential", "desirable", "level"}
        """Whether the level is that of the heading above, or of a row across the table."""
        self._one_a_row = self._ticked or self._without_levels or "level" in held
        self._made = ReadTable()

    def read(self) -> ReadTable:
        """Read each row."""
        for row in self._rows:
            if has_levels(row) and heads_of(row) == {column: self._heads.get(column) for column in row}:
                self._made.others += [(one, "heading") for cell in row.values() for one in cell]  # the heads again, on the next page
            elif self._is_category(row):
                self._take_heading(row)
            elif self._one_a_row:
                self._row_of_one(row)
            else:
                self._row_of_columns(row)
        return self._made

    def _is_category(self, row: CriteriaRow) -> bool:
        """Whether a row is a heading across the table."""
        said = [one for cell in row.values() for one in cell]
        alone = len(row) == 1 and len(said) == 1 and not said[0].listed and said[0].words <= 10
        first = next(iter(row), 0) <= min(self._heads)
        only_levels = set(self._heads.values()) <= {"essential", "desirable"}
        return alone and first and (self._one_a_row or (only_levels and said[0].layout.bold))

    def _take_heading(self, row: CriteriaRow) -> None:
        """A heading across the table names a category, or the level of what is below it."""
        (said,) = [one for cell in row.values() for one in cell]
        self._made.others.append((said, "heading"))
        named = LEVEL_LINE.fullmatch(said.text.strip(" :")) if self._without_levels else None
        if named:
            self._level = level_of_text(named[1])
        else:
            self._category = said.title

    def _row_of_one(self, row: CriteriaRow) -> None:
        """A row with one criterion: its level is ticked, or has a column of its own."""
        own, *before = [c for c in sorted(self._heads, reverse=True) if self._heads[c] == "criterion"] or [self._first_without_head()]
        level, ways = self._level if self._without_levels else None, tuple[Assessment, ...]()
        for column, cell in row.items():
            held, said = self._heads.get(column, ""), " ".join(one.text for one in cell)
            if held == "level":
                level = level_of_text(said)
            elif held in ("essential", "desirable") and (_is_tick(cell) or _is_codes(cell)):
                level = level or ("essential" if held == "essential" else "desirable")
            ways += tuple(way for way in self._ways_in(column, cell) if way not in ways)
            if column in before and said:
                self._category = " ".join(one.title for one in cell)
            if column != own:
                self._made.others += [(one, "heading" if column in before else "cell") for one in cell]
        for one in row.get(own, []):
            self._criterion(one, level, ways)

    def _first_without_head(self) -> int:
        return next((c for c in sorted(self._heads) if not self._heads[c]), min(self._heads))

    def _ways_in(self, column: int, cell: Sequence[DocumentPassage]) -> tuple[Assessment, ...]:
        """How a criterion is assessed, as a cell says it: in words, in letters in place of a tick, or by a tick below a way."""
        held = self._heads.get(column, "")
        if held == "assessed" or (held in ("essential", "desirable") and _is_codes(cell)):
            return ways_of(" ".join(one.text for one in cell))
        return ways_of(self._said[column]) if not held and column in self._said and cell[0].text and _is_tick(cell) else ()

    def _row_of_columns(self, row: CriteriaRow) -> None:
        """A row whose columns of levels hold the criteria themselves."""
        for column, cell in sorted(row.items()):
            held = self._heads.get(column, "")
            if held in ("criterion", "", "number"):
                self._heading_cell(held, cell)
            elif held == "assessed":
                self._made.others += [(one, "cell") for one in cell]
        for column, cell in sorted(row.items()):
            held = self._heads.get(column, "")
            if held in ("essential", "desirable"):
                ways = list(self._ways_beside(row, column, len(cell)))
                begun = self._takes_up(row, column, held)
                for one, way in list(zip(cell, ways, strict=True))[begun:]:
                    self._criterion(one, "essential" if held == "essential" else "desirable", way)

    def _takes_up(self, row: CriteriaRow, column: int, held: str) -> int:
        """Add a piece that goes on with the last criterion of a level, as after the end of a page. Returns how many pieces that are."""
        first = row[column][0]
        named = any(one.text for at, cell in row.items() if self._heads.get(at, "") in ("criterion", "") for one in cell)
        if named or first.listed or not first.text[:1].islower():
            return 0
        at = next((at for at in reversed(range(len(self._made.criteria))) if self._made.criteria[at].level == held), None)
        if at is None or self._made.criteria[at].category != self._category or self._made.criteria[at].text.endswith((".", ";")):
            return 0
        self._made.criteria[at] = replace(self._made.criteria[at], text=f"{self._made.criteria[at].text} {first.text}")
        self._made.others.append((first, "continued"))
        return 1

    def _heading_cell(self, held: str, cell: list[DocumentPassage]) -> None:
        if held != "number" and any(one.text for one in cell):
            self._category = " ".join(one.title for one in cell)
        self._made.others += [(one, "heading") for one in cell]

    def _ways_beside(self, row: CriteriaRow, column: int, count: int) -> Iterator[tuple[Assessment, ...]]:
        """How each criterion of a cell is assessed: line by line, where the cell on assessment has as many lines."""
        after = [c for c, held in sorted(self._heads.items()) if held == "assessed"]
        beside = next((c for c in after if c > column), after[-1] if after else None)
        cell = row.get(beside, []) if beside is not None else []
        if len(cell) == count > 1:
            yield from (ways_of(one.text) for one in cell)
        else:
            yield from [ways_of(" ".join(one.text for one in cell))] * count

    def _criterion(self, one: DocumentPassage, level: Level | None, ways: tuple[Assessment, ...]) -> None:
        if one.text.lower() in ("none", "n/a", "-"):
            self._made.others.append((one, "cell"))
        else:
            self._made.criteria.append(RawCriterion(one, one.text, self._category, level, ways))


def _is_tick(cell: Sequence[DocumentPassage]) -> bool:
    return (len(cell) == 1 and bool(TICK.fullmatch(cell[0].text))) or (len(cell) == 1 and not cell[0].text)


def _is_codes(cell: Sequence[DocumentPassage]) -> bool:
    return len(cell) == 1 and bool(WAYS_CODES.fullmatch(cell[0].text))


def _without_heads(rows: Sequence[CriteriaRow], category: str) -> ReadTable:
    """A table that names its levels in its cells: a category, then lines such as `Essential:` with what comes below."""
    made = ReadTable()
    level: Level | None = None
    for row in rows:
        for column, cell in sorted(row.items()):
            if column == min(row) and len(row) > 1 and not any(LEVEL_LINE.fullmatch(one.text) for one in cell):
                category = " ".join(one.title for one in cell)
                level = None
                made.others += [(one, "heading") for one in cell]
                continue
            for one in cell:
                named = LEVEL_LINE.fullmatch(one.text)
                if named and not one.listed and not named[2]:
                    level = level_of_text(named[1])
                    made.others.append((one, "heading"))
                else:
                    made.criteria.append(with_sign(one, category, level))
    return made
