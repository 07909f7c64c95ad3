"""The table of postcode districts as a file, made from a directory of postcodes."""

from __future__ import annotations

from datetime import date

from generator.knowledge.directory.postcode_files import Districts

_HEAD = """# yaml-language-server: $schema=../schemas/postcodes.json
# Which areas the first half of a postcode lies in. Written by `fingerpost areas import`.
id: postcodes
districts:
"""


def ours(found: Districts) -> list[str]:
    """The districts with at least half of their postcodes in our areas. The others are edges, and a search would mislead."""
    return sorted(code for code, areas in found.areas.items() if areas.total() >= found.elsewhere[code])


def table_file(found: Districts, source: str, today: date) -> str:
    """The file. Each district has its areas in the order of their postcodes, the most first."""
    tail = f"confidence: high, source: [{source}], read_on: {today.isoformat()}"
    areas = {code: ", ".join(area for area, _ in found.areas[code].most_common()) for code in ours(found)}
    return _HEAD + "".join(f"  - {{code: {code}, areas: [{names}], {tail}}}\n" for code, names in areas.items())


def lines_left_out(found: Districts) -> list[str]:
    """What is not in the table, a line for each reason."""
    edges = sorted(found.areas.keys() - set(ours(found)))
    lines = [f"Left out: {reason} ({count:,})." for reason, count in sorted(found.left_out.items())]
    strange = len(found.elsewhere.keys() - found.areas.keys())
    if strange:
        lines.append(f"Left out: districts with no postcode in our areas ({strange:,}).")
    if edges:
        lines.append(f"Left out: districts that lie mostly elsewhere: {', '.join(edges)}.")
    straddling = sorted(code for code in ours(found) if found.elsewhere[code])
    if straddling:
        lines.append(f"Partly outside our areas: {', '.join(straddling)}.")
    return lines
