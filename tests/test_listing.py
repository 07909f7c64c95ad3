"""The text for NHS Jobs: within every limit, never cut inside a statement, and nothing lost on the way."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.formats.nhs_jobs.boxes import NHS_JOBS
from generator.documents.formats.nhs_jobs.plain_text import plain_text
from generator.documents.formats.nhs_jobs.sheet import Field, fields, notes, write_text
from generator.documents.packs.compose import make_network_pack, make_pack
from generator.documents.packs.model import Group, Numbered, Pack
from tests.ours import LIBRARY

FORM = LIBRARY.recruitment[NHS_JOBS]
BASES = [make_pack(LIBRARY, name) for name in LIBRARY.roles]
PACKS = [
    *BASES,
    *(make_network_pack(LIBRARY, n, i, date(2026, 11, 22)) for n in LIBRARY.networks.values() for i in range(len(n.roles))),
]
BAND_6 = make_pack(LIBRARY, "link-worker-band-6")
STATEMENT = next(BAND_6.statements()).statement

packs = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.stem)
texts = st.text(min_size=1, max_size=700).filter(str.strip)


def box(pack: Pack, name: str) -> Field:
    return next(field for field in fields(pack, FORM) if field.id == name)


def told(pack: Pack) -> list[str]:
    return [f"{FORM.name}, {note.field}: {note.said}" for note in notes(pack, FORM)]


def says(pack: Pack, *told: str) -> Pack:
    """The pack with these statements for its whole job description."""
    items = tuple(Numbered(f"1.{n}", STATEMENT.model_copy(update={"id": f"s-{n}", "text": text})) for n, text in enumerate(told, 1))
    return replace(pack, groups=(Group("one", "1", "Clinical", "What you do.", 0, items, ()),), clauses=())


def test_the_limits_are_those_of_the_help_page() -> None:
    found = {field.id: (field.least, field.most) for field in FORM.fields}
    assert found == {
        "title": (0, 70),
        "overview": (100, 1500),
        "main-duties": (100, 1500),
        "about-us": (100, 1500),
        "job-description": (0, 10_000),
        "person-specification": (0, None),
    }
    assert all(field.checked_on and field.source for field in FORM.fields)


@packs
def test_every_box_of_every_pack_fits(pack: Pack) -> None:
    for field in fields(pack, FORM):
        assert not field.too_long, field.name
        assert not field.too_short, field.name
        assert field.most is None or len(field.text.replace("\n", "\r\n")) == field.count <= field.most


@packs
def test_the_boxes_stand_in_the_order_of_the_form(pack: Pack) -> None:
    order = [field.id for field in FORM.fields]
    shown = [next(name for name in order if field.id.startswith(name)) for field in fields(pack, FORM)]
    assert list(dict.fromkeys(shown)) == order


@packs
def test_each_criterion_stands_once_below_its_category_and_level(pack: Pack) -> None:
    shown = [(f.name, line) for f in fields(pack, FORM) if f.id.startswith("person-specification") for line in f.text.split("\n")]
    meant = [
        (f"Person specification: {plain_text(table.heading)}, {line.criterion.level}", plain_text(line.criterion.text))
        for table in pack.categories
        for line in table.lines
    ]
    assert sorted(shown) == sorted(meant)


@packs
def test_no_statement_is_lost_and_none_is_cut(pack: Pack) -> None:
    field = box(pack, "job-description")
    whole = f"{field.text}\n{field.rest}".split("\n")
    for item in pack.statements():
        assert f"{item.number or '-'} {plain_text(item.statement.text)}" in whole
    for clause in pack.clauses:
        assert plain_text(f"{clause.heading}: {clause.text}") in whole


def test_the_band_6_job_description_is_cut_and_says_so() -> None:
    field = box(BAND_6, "job-description")
    assert field.left_over
    assert field.text.endswith("\n\nThe rest of this job description is in the attached document.")
    said = f"NHS Jobs, Job description: cut at 10,000 characters. The last {len(field.left_over)} statements are in the attached document."
    assert said in told(BAND_6)
    sheet = write_text(BAND_6, FORM).decode()
    assert f"\r\nIn the attached document\r\n\r\n{field.rest}".replace("\r\n", "\n").replace("\n", "\r\n") in sheet


def test_a_heading_goes_where_its_first_statement_goes() -> None:
    for pack in PACKS:
        field = box(pack, "job-description")
        assert not re.search(r"\n\n[^\n]+\Z", field.text.removesuffix("\n\nThe rest of this job description is in the attached document."))


@packs
def test_the_sheet_pastes_clean(pack: Pack) -> None:
    sheet = write_text(pack, FORM).decode("utf-8")
    lines = sheet.split("\r\n")
    assert "\n" not in "".join(lines)
    assert "\r" not in "".join(lines)
    assert [line for line in lines if line != line.rstrip()] == []
    assert set(sheet) - {"£", "\r", "\n"} <= {chr(n) for n in range(32, 127)}, "these packs need no other characters"


def test_a_base_role_says_what_its_network_should_write() -> None:
    field = box(BAND_6, "about-us")
    assert not field.filled
    assert field.text.startswith("To be written by each network.")


def test_a_network_speaks_for_itself() -> None:
    pack = next(p for p in PACKS if p.stem == "example-network/mental-health-practitioner-band-7")
    assert pack.network
    overlay = next(o for o in pack.network.roles if o.role == pack.role.id)
    assert overlay.overview
    assert box(pack, "overview").text == plain_text(overlay.overview)
    assert plain_text(pack.network.profile[0]) in box(pack, "about-us").text


def test_a_networks_own_words_are_cut_at_a_sentence_and_the_build_says_that_the_rest_is_lost() -> None:
    pack = next(p for p in PACKS if p.stem == "example-network/mental-health-practitioner-band-7")
    assert pack.network
    sentence = "We look after our people well. "
    overlays = [o.model_copy(update={"overview": sentence * 60}) if o.role == pack.role.id else o for o in pack.network.roles]
    longer = replace(pack, network=pack.network.model_copy(update={"roles": overlays}))
    field = box(longer, "overview")
    assert field.text == (sentence * (len(field.text) // len(sentence) + 1)).strip()
    assert len(field.left_over) == 60 - field.text.count("We look")
    assert any("nowhere else" in note for note in told(longer))


def test_a_title_is_never_cut() -> None:
    longer = replace(BAND_6, title="Link Worker " * 7)
    field = box(longer, "title")
    assert field.too_long
    assert field.text == ("Link Worker " * 7).strip()
    assert "NHS Jobs, Vacancy title: 83 characters, and the form takes 70 or fewer. Make it shorter." in told(longer)


def test_what_is_too_short_is_said() -> None:
    pack = next(p for p in PACKS if p.network)
    assert pack.network
    brief = replace(pack, network=pack.network.model_copy(update={"profile": ["We are small."], "roles": []}))
    assert box(brief, "about-us").too_short
    assert "NHS Jobs, Working for your organisation: 13 characters, and the form asks for 100 or more." in told(brief)


@given(st.lists(texts, min_size=1, max_size=30), st.integers(200, 4000))
def test_any_cut_keeps_whole_statements_within_the_limit(told: list[str], most: int) -> None:
    form = FORM.model_copy(update={"fields": [f.model_copy(update={"most": most}) for f in FORM.fields if f.id == "job-description"]})
    (field,) = fields(says(BAND_6, *told), form)
    meant = [plain_text(f"1.{n} {text}") for n, text in enumerate(told, 1)]
    shown = field.text.split("\n\n")[0].split("\n")[2:] if len(field.left_over) < len(told) else []
    assert [*shown, *field.left_over] == meant
    assert field.count <= most
    assert bool(field.left_over) == (len("\r\n".join(["1. Clinical", "What you do.", *meant])) > most)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), min_size=1, max_size=8))
def test_any_text_comes_out_in_letters_and_what_a_keyboard_types(told: list[str]) -> None:
    field = box(says(BAND_6, *told), "job-description")
    for line in field.text.split("\n"):
        assert line == line.strip()
        assert "  " not in line
    for character in set(field.text) - {"\n", "£", "€"}:
        kind = unicodedata.category(character)
        assert " " <= character <= "~" or kind[0] in "LM" or kind == "Nd", f"U+{ord(character):04X}"


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain_text(plain_text(text)) == plain_text(text)


@pytest.mark.parametrize(
    ("written", "pasted"),
    [
        ("the patient’s ‘home’", "the patient's 'home'"),
        ("“so” – or so — it is…", '"so" - or so - it is...'),
        ("£49,387 a\u00a0year\u200b", "£49,387 a year"),
        ("3½ days\u2028a week", "3 1/2 days a week"),
        ("Siân Ŵyn", "Siân Ŵyn"),
        ("• Call 🙂 us", "- Call us"),
        ("\ufeffof\ufb01\u00adce\u200d", "office"),
    ],
)
def test_what_becomes_of_odd_characters(written: str, pasted: str) -> None:
    assert plain_text(written) == pasted


def test_the_same_pack_gives_the_same_sheet() -> None:
    assert write_text(BAND_6, FORM) == write_text(make_pack(LIBRARY, "link-worker-band-6"), FORM)
