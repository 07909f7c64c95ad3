"""Write a report as text for people, JSON for programs, SARIF for code scanners, or GitHub workflow commands."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from rich.cells import cell_len

from generator.problems.catalogue import RULES
from generator.problems.characters import printable
from generator.problems.place import Place, Problem, Report, Severity

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

WIDEST = 110
"""Maximum characters of a quoted line, so that it fits a terminal."""

_LONGEST_LINE = 1000
"""Maximum characters of a line in JSON output: a file may be one line of a million characters."""

_WORDS: dict[Severity, str] = {"error": "error", "warning": "warning", "information": "note"}
"""The word printed for each severity. SARIF uses the same words for its levels."""


def as_text(report: Report) -> str:
    """For people: place, message, the line with the place underlined, and the cure."""
    blocks = [_block(problem) for problem in report]
    return "\n\n".join([*blocks, summary(report)]) + "\n"


def summary(report: Report) -> str:
    """The last line: the number of errors, warnings and notes."""
    if not len(report):
        return "No problems found."
    counts = [(report.count(severity), word) for severity, word in _WORDS.items()]
    parts = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n]
    return f"{', '.join(parts)}." + ("" if report.fails else " Nothing stops publication.")


def _block(problem: Problem) -> str:
    lines = [f"{printable(str(problem.place))}: {_WORDS[problem.severity]}: {problem.message} [{problem.code}]"]
    lines += _quote(problem.place)
    lines.append(f"  Cure: {problem.cure}")
    return "\n".join(lines)


def _quote(place: Place) -> list[str]:
    """The line, cut to the width of a terminal, with the place underlined. Wide characters take two columns."""
    if not place.text.strip():
        return []
    start = max(0, place.column - WIDEST // 2) if place.column + place.length > WIDEST else 0
    shown = printable(place.text[start : start + WIDEST])
    before = shown[: place.column - 1 - start]
    marked = shown[len(before) : len(before) + place.length]
    gutter = f"  {place.line:>5} | "
    mark = " " * cell_len(before) + "^" * max(1, cell_len(marked))
    return [gutter + shown.rstrip(), " " * (len(gutter) - 2) + "| " + mark]


def as_json(report: Report) -> str:
    """For programs: a list of problems and the number of each severity."""
    listed = [
        {
            "code": p.code,
            "severity": p.severity,
            "message": p.message,
            "cure": p.cure,
            "file": p.place.file,
            "line": p.place.line,
            "column": p.place.column,
            "length": p.place.length if p.place.line else 0,
            "text": p.place.text[:_LONGEST_LINE],
        }
        for p in report
    ]
    counts = {"errors": report.count("error"), "warnings": report.count("warning"), "notes": report.count("information")}
    return json.dumps({"problems": listed, **counts}, indent=2, ensure_ascii=False) + "\n"


def as_sarif(report: Report) -> str:
    """For code scanners: SARIF 2.1.0."""
    used = sorted({p.code for p in report})
    run = {
        "tool": {"driver": {"name": "Fingerpost", "rules": [_sarif_rule(code) for code in used]}},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(p) for p in report],
    }
    return json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _sarif_rule(code: str) -> dict[str, Any]:
    return {"id": code, "shortDescription": {"text": RULES[code].title}, "help": {"text": RULES[code].about}}


def _sarif_result(problem: Problem) -> dict[str, Any]:
    place = problem.place
    where: dict[str, Any] = {"artifactLocation": {"uri": quote(place.file, errors="replace")}}
    if place.line:
        where["region"] = {"startLine": place.line, "startColumn": place.column, "endColumn": place.column + place.length}
    level = _WORDS[problem.severity]
    text = f"{problem.message} {problem.cure}"
    return {"ruleId": problem.code, "level": level, "message": {"text": text}, "locations": [{"physicalLocation": where}]}


def as_github(report: Report) -> str:
    """For GitHub Actions: workflow commands that mark the lines of a pull request."""
    return "".join(_github_line(problem) for problem in report)


def _github_line(problem: Problem) -> str:
    command = "notice" if problem.severity == "information" else problem.severity
    place = problem.place
    where = f"file={_escaped(printable(place.file))}" + (f",line={place.line},col={place.column}" if place.line else "")
    text = f"{problem.message} {problem.cure}".replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{command} {where},title={_escaped(problem.code)}::{text}\n"


def _escaped(value: str) -> str:
    """A property of a workflow command, percent-encoded: a comma or colon would end it."""
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        value = value.replace(character, code)
    return value


WRITERS: dict[str, Callable[[Report], str]] = {"text": as_text, "json": as_json, "sarif": as_sarif, "github": as_github}
