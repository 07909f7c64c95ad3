"""Words of hand-written pages are held to the rules of the knowledge base: what readers see of them, at its very place."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from generator.checks.wording.passages import page_passages, passages
from generator.checks.wording.reading import reading_grade
from generator.knowledge.reading.pages import read_pages
from generator.knowledge.text.markdown import CODE_SIGN, markdown_blocks
from tests.ours import LIBRARY

PROJECT = Path(__file__).parents[2]
TEXTS = list(passages(LIBRARY))

RULES = """\
id: words
title: Words
about: Words to leave.
family: outdated
rules:
  - code: old-service
    title: A rule
    words: [old service, CCG(|s)]
    severity: error
    why: It is not right today.
    instead: Write something else.
    source: [handbook]
measures:
  - code: long-sentence
    title: Long sentences
    kind: sentence-words
    limit: 13
    severity: warning
    why: They are read twice.
    instead: Make two of it.
    source: [handbook]
"""

PAGE = """\
---
title: About CCGs
description: What this is.
{accepted}---

# The **old** service

Ask your [old
service](../ccg/) about it, `CCG` or not.

- an item <!-- CCG -->
- | no table, but CCGs

```
CCG
```

| Name | What |
| --- | --- |
| one | the old service |
"""

ACCEPTED = """\
accept_wording:
  - rule: old-service
    because: The page explains the name.
    accepted_on: 2026-11-01
"""


@pytest.fixture
def written(folder: Path) -> Callable[[str], None]:
    """Writes the words of one page into the smallest data folder with a rule and a limit."""
    (folder / "data/wording").mkdir()
    (folder / "data/wording/words.yaml").write_text(RULES, encoding="utf-8")
    (folder / "content/guides").mkdir(parents=True)

    def write(text: str) -> None:
        (folder / "content/guides/names.md").write_text(text, encoding="utf-8", newline="")

    return write


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_words_are_told_at_their_place(ends: str, written: Callable[[str], None], fingerpost: Callable[..., Result]) -> None:
    written(PAGE.format(accepted="").replace("\n", ends))
    result = fingerpost("check")
    found = [line.split(" ", 1)[0] for line in result.output.splitlines() if "[wording-outdated]" in line]
    assert found == [f"content/guides/names.md:{place}:" for place in ("2:14", "6:9", "8:11", "12:19", "20:13")]
    assert "  Cure: Write something else. If it must stay, accept ‘old-service’ in this file, with the reason." in result.output
    assert "      8 | Ask your [old\n        |           ^^^" in result.output
    assert result.exit_code == 1


def test_the_heading_block_accepts_words(written: Callable[[str], None], fingerpost: Callable[..., Result]) -> None:
    written(PAGE.format(accepted=ACCEPTED))
    assert fingerpost("check").output == "No problems found.\n"


def test_an_acceptance_that_is_not_needed_is_told(written: Callable[[str], None], fingerpost: Callable[..., Result]) -> None:
    written(f"---\ntitle: Names\ndescription: What this is.\n{ACCEPTED}---\n\nNothing old.\n")
    output = fingerpost("check").output
    assert "content/guides/names.md:5:11: warning: " in output
    assert "[wording-acceptance-unused]" in output


def test_an_acceptance_without_a_reason_is_refused(written: Callable[[str], None], fingerpost: Callable[..., Result]) -> None:
    written(PAGE.format(accepted=ACCEPTED.replace("    because: The page explains the name.\n", "")))
    output = fingerpost("check").output
    assert "content/guides/names.md:5:5: error: " in output
    assert "‘because’" in output


def test_a_long_sentence_is_told(written: Callable[[str], None], fingerpost: Callable[..., Result]) -> None:
    head = "---\ntitle: Names\ndescription: What this is.\n---\n\n"
    written(f"{head}Short. One two three four five six\nseven eight nine ten eleven twelve thirteen more.\n")
    output = fingerpost("check").output
    assert "content/guides/names.md:6:8: warning: This sentence has 14 words." in output


def test_a_build_stops_as_the_check_does(folder: Path, written: Callable[[str], None], fingerpost: Callable[..., Result]) -> None:
    written(PAGE.format(accepted=""))
    result = fingerpost("build", "--no-packs")
    assert result.exit_code == 1
    assert "content/guides/names.md:6:9: error: " in result.output
    assert not (folder / "site").exists()


def test_every_character_of_our_pages_is_told_at_its_place() -> None:
    pages, problems = read_pages(PROJECT / "content")
    assert problems == []
    for page in pages:
        lines = (PROJECT / "content" / page.path).read_text(encoding="utf-8").split("\n")
        for passage in page_passages([page]):
            for index, character in enumerate(passage.text):
                if passage.steps[0] == "body" and character not in (" ", CODE_SIGN):
                    place, _ = passage.spot(index, index + 1)
                    assert lines[place.line - 1][place.column - 1] == character


@pytest.mark.quick_cases(every=3)
@pytest.mark.parametrize(
    "hostile", ["`", "`a", "[", "](", "*a", "_a", "<a", "{:", "|", "- ", "![a](b ", "<!--", "```\n", "\n~~~a\n", "\\", "a\n\n", "\0", "> "]
)
def test_no_page_takes_longer_than_its_length_asks(hostile: str) -> None:
    """It would not end within the limit of a test if it did."""
    assert all(block.text for block in markdown_blocks(hostile * 100_000))


OLDEST = 14
"""The reading age that the NHS writes for is 9 to 14. Younger is no fault; packs are for the profession, and have no limit here."""


def test_a_reader_of_fourteen_can_read_every_page() -> None:
    pages, _ = read_pages(PROJECT / "content")
    grades = {page.path: reading_grade([block.text for block in markdown_blocks(page.body)]) for page in pages}
    background = ("Navigator", "RoleProfile", "Cohort", "ServiceModel", "Timeline", "Planning", "Service")
    for kind in background:
        grades[kind] = reading_grade([passage.text for passage in TEXTS if type(passage.record).__name__ == kind])
    assert len(grades) > len(background)
    assert {name: grade for name, grade in grades.items() if grade is not None and grade + 5 > OLDEST} == {}


def test_our_pages_say_what_people_say() -> None:
    """Words that no one says of themselves in British English today: a page that has them reads as translated."""
    odd = re.compile(r"\b(?:somebody|nobody|everybody|anybody|points? (?:people )?on|in their way|it is theirs|what fits)\b", re.IGNORECASE)
    texts = [passage.text for passage in TEXTS]
    texts += [block.text for page in read_pages(PROJECT / "content")[0] for block in markdown_blocks(page.body)]
    assert len(texts) > 1000
    assert [text for text in texts if odd.search(text)] == []
