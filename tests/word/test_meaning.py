"""What a pack says in Word: every sentence and field in its control, real headings and numbers, and words for what is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from docx.oxml.ns import qn
from pdf.extremes import HOSTILE
from pdf.packs import PACKS

from generator.documents.formats.docx.document import write_docx
from generator.documents.packs.model import Pack
from generator.knowledge.drafts.names import LONGEST

from .reading import Word, asked, words

Make = Callable[[Pack], Word]

FULL = PACKS["example-network/mental-health-practitioner-band-7"]


def test_every_statement_clause_and_criterion_has_its_control(pack: Pack, word: Make) -> None:
    found = word(pack)
    assert found.of("statement") == {item.statement.id: item.statement.text for item in pack.statements()}
    assert found.of("clause") == {clause.id: clause.text for clause in pack.clauses}
    assert found.of("criterion") == {line.criterion.id: line.criterion.text for line in pack.criteria()}


def test_every_field_has_its_control_and_its_first_place_has_the_plain_tag(pack: Pack, word: Make) -> None:
    fills = word(pack).of("fill")
    for fact in pack.facts:
        assert fills[fact.name] == fact.value
    for fact in pack.cover:
        assert fills[f"{fact.name}@cover"] == fact.value
    assert not [name for name in fills if name.partition("@")[2] not in ("", "cover", *(part.id for part in pack.parts))]
    later = [*pack.pay, *(pack.advert.dates if pack.advert else ()), *pack.control]
    for fact in later:
        assert fact.value in [said for name, said in fills.items() if name.partition("@")[0] == fact.name]
    assert fills["works_with"] == pack.role.works_with


def test_a_field_that_stands_twice_says_where() -> None:
    fills = Word(write_docx(FULL)).of("fill")
    assert {"hours", "hours@cover", "hours@pay"} <= fills.keys()
    assert fills["hours@pay"] == "37.5 a week, or part time."
    assert fills["contact"] == "Dr Sam Okafor, clinical director"
    assert fills["contact_phone"] == "01632 960 014"
    assert fills["adjustments"] == FULL.adjustments


def test_blanks_are_placeholders(word: Make) -> None:
    found = word(PACKS["mental-health-practitioner-band-7"])
    blank = [asked(c, "string(./w:tag/@w:val)") for c in found.body.iter(qn("w:sdtPr")) if c.find(qn("w:showingPlcHdr")) is not None]
    assert blank == ["fill:employer", "fill:hours", "fill:bases"]


def test_numbers_are_those_the_pack_is_cited_by_and_begin_anew_in_each_group(pack: Pack, word: Make) -> None:
    shown = list(word(pack).numbered)
    items = [(item.number or "•", item.statement.text) for item in pack.statements()]
    lines = [(str(line.number), line.criterion.text) for line in pack.criteria()]
    promise = [(str(i), said) for i, said in enumerate(pack.promise, 1)]
    assert shown == [*items, *lines, *promise]


def test_headings_are_real_and_no_level_is_left_out(pack: Pack, word: Make) -> None:
    found = word(pack).headings
    assert [said for level, said in found if level == 1] == [part.heading for part in pack.parts]
    level = 1
    for this, said in found:
        assert this <= level + 1, said
        level = this


def test_rows_of_heads_come_again_and_no_row_is_torn(pack: Pack, word: Make) -> None:
    headed = 0
    for table in word(pack).tables:
        rows = table.findall(qn("w:tr"))
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        heads = [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
        assert heads in ([], rows[:1])
        headed += len(heads)
        assert asked(table, "string(./w:tblPr/w:tblCaption/@w:val)")
    assert headed == 1 + len(pack.categories) + (pack.network is not None)


def test_it_says_what_it_is_in_british_english(pack: Pack, word: Make) -> None:
    found = word(pack)
    said = found.document.core_properties
    assert said.title.startswith(f"{pack.kicker}: {pack.title}, band {pack.role.band}")
    assert said.language == "en-GB"
    assert asked(found.document.styles.element, "string(./w:docDefaults//w:lang/@w:val)") == "en-GB"
    assert not [lang for lang in found.body.iter(qn("w:lang")) if lang.get(qn("w:val")) != "en-GB"]


def test_chart_and_logo_are_told_in_words_and_other_pictures_are_decoration(pack: Pack, word: Make) -> None:
    told = [picture.get("descr") for picture in word(pack).body.iter(qn("wp:docPr"))]
    assert told[-1] == f"Organisation chart. {pack.chart.told}"
    logo = [pack.network.logo.text] if pack.network and pack.network.logo else []
    assert [other for other in told[:-1] if "Decoration" not in (other or "")] == logo


def test_the_contents_name_each_part_and_the_page_it_is_on(pack: Pack, word: Make) -> None:
    entries = [words(p) for p in word(pack).body.iter(qn("w:p")) if word(pack).style(p) == "toc 1"]
    assert len(entries) == len(pack.parts)
    pages = [int(entry.removeprefix(part.heading)) for entry, part in zip(entries, pack.parts, strict=True)]
    assert pages == sorted(pages)
    assert pages[0] == 3


def test_hostile_words_are_only_words(word: Make) -> None:
    found = word(PACKS["hostile"])
    assert HOSTILE in found.of("statement").values()
    assert found.text.startswith("Job pack\nPractitioner")
    assert "Practitioner <i>&</i> {{ title }}" in found.text


def test_characters_that_no_xml_may_hold_are_left_out() -> None:
    made = Word(write_docx(replace(FULL, place="North\x00 \x0bValley\ufffe \ud800Network")))
    assert "North Valley Network" in made.text


def test_two_statements_of_one_id_have_tags_of_their_own_and_long_ids_fit() -> None:
    group = FULL.groups[0]
    long = group.items[0].statement.model_copy(update={"id": "very-" * 11 + "long"})
    twice = replace(FULL, groups=(replace(group, items=(replace(group.items[0], statement=long),) * 2), *FULL.groups[1:]))
    tags = [tag for tag in Word(write_docx(twice)).controls if tag.startswith("statement:very-")]
    assert len(set(tags)) == 2
    assert all(len(tag) <= LONGEST for tag in tags)


def test_training_is_told(word: Make) -> None:
    found = word(PACKS["training"])
    assert found.of("fill")["training_provider"] == "A university chosen by the network"
    assert "You study on two days a week in term time." in found.text
