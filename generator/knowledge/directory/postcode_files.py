"""Directories of postcodes as CSV: the ONS Postcode Directory, and Code-Point Open with a row of headings."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.knowledge.model.forms import POSTCODE_DISTRICT

POSTCODE_COLUMNS = ("pcds", "pcd8", "pcd7", "pcd2", "pcd", "postcode")
"""The columns that have a postcode, under the two namings of the directory and that of Code-Point Open, the best first."""

_AUTHORITY = re.compile(r"oslaua|laua|ladcd|lad[0-9]{2}cd|admin_district_code")
_ENDED = re.compile(r"doterm")


@dataclass(frozen=True)
class Districts:
    """What a file says of postcode districts, and how many of its rows were left out, by reason."""

    areas: dict[str, Counter[str]] = field(default_factory=dict)
    """By district: how many of its postcodes lie in each of our areas."""
    elsewhere: Counter[str] = field(default_factory=Counter)
    """By district: how many of its postcodes lie in none of our areas."""
    left_out: Counter[str] = field(default_factory=Counter)


def columns_of(header: Iterable[str]) -> tuple[int, int, int | None] | None:
    """The columns of the postcode, the local authority and the day it ended, or None if one of the first two is missing."""
    names = [name.strip().lstrip("\ufeff").casefold() for name in header]
    postcode = next((names.index(name) for name in POSTCODE_COLUMNS if name in names), None)
    authority = next((at for at, name in enumerate(names) if _AUTHORITY.fullmatch(name)), None)
    if postcode is None or authority is None:
        return None
    return postcode, authority, next((at for at, name in enumerate(names) if _ENDED.fullmatch(name)), None)


def read_districts(lines: Iterable[str], areas: Mapping[str, str]) -> Districts | None:
    """The districts of a file, row by row, by the official codes in `areas`. None if the headings are not those of such a file."""
    rows = csv.reader(lines)
    columns = columns_of(next(rows, []))
    if columns is None:
        return None
    postcode, authority, ended = columns
    found = Districts()
    for row in rows:
        if len(row) <= max(postcode, authority, ended or 0):
            found.left_out["rows that are cut short"] += 1
            continue
        code = "".join(row[postcode].split()).upper()[:-3]
        if ended is not None and row[ended].strip():
            found.left_out["postcodes that have ended"] += 1
        elif not re.match(POSTCODE_DISTRICT, code):
            found.left_out["rows without a postcode"] += 1
        elif area := areas.get(row[authority].strip()):
            found.areas.setdefault(code, Counter())[area] += 1
        else:
            found.elsewhere[code] += 1
    return found
