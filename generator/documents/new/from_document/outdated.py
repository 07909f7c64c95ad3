"""Mark words that are out of date or unfair, at their lines, and accept those that would stop a build until someone has read them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.checks.wording import Finding, passages, wording_rules
from generator.checks.wording.words import words_right
from generator.documents.new.from_document.names import remark, yaml_quoted
from generator.knowledge.library.library import Library
from generator.knowledge.model import Identified, PersonSpecification, Role
from generator.knowledge.reading.schema import validate
from generator.knowledge.reading.yaml_file import parse

_KINDS: dict[str, type[Identified]] = {"roles": Role, "person-specifications": PersonSpecification}
_TOLD = ("wording-outdated", "wording-discriminating", "wording-promise", "wording-record-check", "wording-residue")


def mark_outdated(files: Mapping[str, str], library: Library, today: date) -> tuple[dict[str, str], int]:
    """The files with a comment above each line that has such words, and how many comments there are."""
    marked, count = dict(files), 0
    for path, found in _findings(files, library, today).items():
        lines = files[path].split("\n")
        comments: dict[int, list[str]] = {}
        for finding in sorted(found, key=lambda each: each.at):
            comments.setdefault(finding.place.line, []).append(f"# outdated: ‘{remark(finding.quote, 60)}’: {remark(finding.instead, 200)}")
        count += sum(map(len, comments.values()))
        made = []
        for number, line in enumerate(lines, 1):
            made += [line[: len(line) - len(line.lstrip())] + comment for comment in dict.fromkeys(comments.get(number, ()))]
            made.append(line)
            if line.startswith("id: "):
                made += _acceptances([finding for finding in found if finding.severity == "error"], today)
        marked[path] = "\n".join(made)
    return marked, count


def _findings(files: Mapping[str, str], library: Library, today: date) -> dict[str, list[Finding]]:
    records: dict[type[Identified], dict[str, Identified]] = {}
    documents = {}
    for path, text in files.items():
        kind = _KINDS.get(path.partition("/")[0])
        document, _ = parse(text.encode(), path)
        record = validate(kind, document, "a record")[0] if kind else None
        if kind and record is not None:
            records.setdefault(kind, {})[record.id] = record
            documents[kind, record.id] = document
    new = Library(records, documents, frozenset())
    found: dict[str, list[Finding]] = {}
    for finding in words_right(new, wording_rules(library, today), list(passages(new))):
        if finding.code in _TOLD:
            found.setdefault(finding.place.file, []).append(finding)
    return found


def _acceptances(found: list[Finding], today: date) -> list[str]:
    if not found:
        return []
    lines = ["# Words that would stop a build. They stand until someone has written them anew: then delete each line here with them."]
    lines.append("accept_wording:")
    for rule, quote in dict.fromkeys((finding.rule, finding.quote) for finding in found):
        lines += [
            f"  - rule: {rule}",
            f"    quote: {yaml_quoted(quote)}",
            "    because: The words of the document, which no one has written anew yet.",
        ]
        lines.append(f"    accepted_on: {today.isoformat()}")
    return lines
