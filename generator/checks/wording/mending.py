"""Apply the replacements of safe wording rules to files, keeping comments and layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.checks.wording.finding import Finding
from generator.knowledge.reading.document import Document, Steps, Value
from generator.knowledge.reading.spans import Span
from generator.knowledge.reading.yaml_file import parse


@dataclass(frozen=True)
class Mended:
    """A file with words replaced."""

    file: str
    """Its name in messages."""
    before: list[str]
    after: list[str]
    """Its lines, without line endings."""
    findings: tuple[Finding, ...]
    """The findings that were corrected."""


def mended(findings: Iterable[Finding]) -> list[Mended]:
    """Every file that safe rules can correct, sorted by name. Accepted words are not changed.

    Each new text is parsed again. If the value is not exactly as expected, that replacement is not made.
    """
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.put and finding.span and not finding.accepted:
            by_file.setdefault(finding.place.file, []).append(finding)
    return [result for name in sorted(by_file) if (result := _mended(name, by_file[name]))]


def _mended(name: str, findings: list[Finding]) -> Mended | None:
    before = findings[0].span.text.lines if findings[0].span else []
    lines, done, value = before, [], _read(name, before).value
    for finding, spot in _apart(findings):
        tried = _put(lines, spot, finding.put)
        meant = _with(value, finding.steps, finding.at, finding.put)
        document = _read(name, tried)
        if _folded(document.value) == _folded(meant):
            lines, value = tried, meant
            done.append(finding)
    return Mended(name, before, lines, tuple(reversed(done))) if done else None


def _apart(findings: list[Finding]) -> Iterator[tuple[Finding, Span]]:
    """The findings from last to first, so that earlier positions do not change. Of overlapping ones, only the later."""
    spans = sorted(((f, f.span) for f in findings if f.span), key=lambda pair: (pair[1].start, pair[1].end), reverse=True)
    earliest = (len(spans[0][1].text.lines) + 1, 0)
    for finding, spot in spans:
        if spot.end <= earliest:
            earliest = spot.start
            yield finding, spot


def _put(lines: list[str], spot: Span, put: str) -> list[str]:
    """The lines with new words in a span. The rest of the span's last line stays on its own line if white space precedes it."""
    (first, column), (last, after) = spot.start, spot.end
    head, rest = lines[first - 1][: column - 1] + put, lines[last - 1][after - 1 :]
    if last == first or not rest[:1].isspace():
        new = [head + rest]
    else:
        margin = lines[last - 1][: len(lines[last - 1]) - len(lines[last - 1].lstrip())]
        new = [head, margin + rest.lstrip()] if rest.strip() else [head]
    return [*lines[: first - 1], *new, *lines[last:]]


def _read(name: str, lines: list[str]) -> Document:
    return parse("\n".join(lines).encode(), name)[0]


def _with(value: Value, steps: Steps, at: tuple[int, int], put: str) -> Value:
    """A value with new words in the text at a path."""
    if not steps:
        text = str(value).strip()
        return text[: at[0]] + put + text[at[1] :]
    if isinstance(value, dict):
        return {key: _with(inner, steps[1:], at, put) if key == steps[0] else inner for key, inner in value.items()}
    if isinstance(value, list):
        return [_with(inner, steps[1:], at, put) if index == steps[0] else inner for index, inner in enumerate(value)]
    return value


def _folded(value: Value) -> Value:
    """A value with white space in its texts collapsed, since YAML may fold a corrected line at another place."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {key: _folded(inner) for key, inner in value.items()}
    return [_folded(inner) for inner in value] if isinstance(value, list) else value
