"""What is left blank: the Word file, the print and the text for NHS Jobs invent nothing in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.tailor.maker import BAND_7, Maker
from tests.word.reading import Word

pytestmark = pytest.mark.browser

INVENTED = ("A00000", "Z00000", "undefined", "null", "NaN", "[object", "All practices", "name@example.org", "01632 960 000")
DRAFTS = {
    "nothing": "",
    "a practice by name alone": "practices:\n  - {name: Mill Surgery}\n",
    "two practices, one counted": "practices:\n  - {name: Mill Surgery, ods_code: A12345, population: 9000}\n  - {name: Weir Practice}\n",
    "dates alone": "ROLE    vacancies:\n      - {opens: 2026-01-02, closes: 2099-01-09}\n",
    "a name, and no way to reach them": (
        "contact: {name: Jo Marsh}\nROLE    vacancies:\n      - {opens: 2026-01-02, closes: 2099-01-09}\n"
    ),
    "an agreement without an employer": "employer: {agreement: The trust and the network share the cost.}\n",
    "lines of the chart without words": (
        "ROLE    fill:\n      reports_to:\n        - {kind: manages}\n      manages:\n        - {kind: supervises}\n"
    ),
}
PRINTED = """() => [...document.querySelectorAll('[data-tailor] .only-print')]
  .filter(e => !e.closest('.no-print')).map(e => e.textContent).join('\\n')"""


@pytest.mark.slow
def test_nothing_is_invented_for_a_blank(look: Callable[..., Page], tmp_path: Path) -> None:
    maker = Maker(look(path=f"tailor/{BAND_7}/"))
    found: dict[str, list[str]] = {}
    for name, draft in DRAFTS.items():
        head, _, overlay = draft.partition("ROLE")
        file = tmp_path / "draft.yaml"
        file.write_text(f"{head}roles:\n  - role: {BAND_7}\n{overlay}", encoding="utf-8")
        maker.open(file)
        expect(maker.page.locator("[data-toast]")).to_contain_text("Opened draft.yaml")
        maker.page.wait_for_timeout(250)
        texts = Word(maker.download("word", tmp_path).read_bytes()).text, maker.page.evaluate(PRINTED), "\n".join(maker.boxes().values())
        said = zip(("word", "print", "text"), texts, strict=True)
        found[name] = [f"{form}: {words}" for form, text in said for words in INVENTED if words in text]
    assert {name: invented for name, invented in found.items() if invented} == {}


HEADING, FIRST, OFFER = "How we shortlist", "We score what you write", "We are a Disability Confident employer."
VISIBLE = """() => [...document.querySelectorAll('#promise h2, #promise li')]
  .filter(e => !e.closest('.no-print') && !e.closest('[hidden]')).map(e => e.textContent).join('\\n')"""


@pytest.mark.slow
def test_a_pack_promises_only_what_the_employer_does(look: Callable[..., Page], tmp_path: Path) -> None:
    maker = Maker(look(path=f"tailor/{BAND_7}/"))
    promise = maker.field("The employer makes this promise")
    scheme = maker.field("The employer is in the Disability Confident scheme")
    for promised, member in ((False, False), (True, False), (True, True), (False, True)):
        promise.set_checked(promised)
        scheme.set_checked(member)
        maker.page.wait_for_timeout(100)
        word = Word(maker.download("word", tmp_path).read_bytes()).text
        for text in (word, str(maker.page.evaluate(VISIBLE))):
            assert [words in text for words in (HEADING, FIRST, OFFER)] == [promised or member, promised, member], (promised, member)


def test_the_reference_is_asked_for_once_there_are_dates(look: Callable[..., Page]) -> None:
    maker = Maker(look(path=f"tailor/{BAND_7}/"))
    filled = maker.page.locator("[data-filled]")
    before = str(filled.text_content())
    maker.fill("Opens", "2026-01-02")
    maker.fill("Closes", "2099-01-09")
    expect(filled).not_to_have_text(before)
    reference = maker.field("Reference on NHS Jobs")
    expect(reference).to_contain_class("is-gap")
    expect(maker.page.locator("[data-apply] .rule").first).to_be_attached()
    maker.fill("Where to apply, if not NHS Jobs", "https://example.org/jobs")
    expect(reference).not_to_contain_class("is-gap")


@pytest.mark.slow
def test_a_list_that_is_pasted_becomes_statements_and_a_clean_word_file(look: Callable[..., Page], tmp_path: Path) -> None:
    maker = Maker(look(path=f"tailor/{BAND_7}/"))
    row = maker.add("clinical", "• Run a\x0bgroup\n• Write\u200b reports", "Practices asked.")
    row.get_by_label("Why are you adding it?").blur()
    maker.reword("prompt-advice", "Give GPs\x0bprompt advice.", "Ours.")
    word = Word(maker.download("word", tmp_path).read_bytes()).of("statement")
    assert [word[name] for name in ("clinical-own-1", "clinical-own-2")] == ["Run a group", "Write reports"]
    assert word["prompt-advice"] == "Give GPs prompt advice."
