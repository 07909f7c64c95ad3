"""What a screen reader reads is what the pack says: conformance alone does not tell."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from generator.documents.packs.model import Group, Pack

from .extremes import HOSTILE
from .packs import PACKS
from .reading import Read

Reader = Callable[[Pack], Read]


def squeezed(words: str) -> str:
    """Words without spaces: a line may break at a hyphen, and a figure space is not an ordinary one."""
    return "".join(words.split())


def _expected(group: Group) -> list[str]:
    return [group.heading, *(heading for inner in group.groups for heading in _expected(inner))]


def test_headings_are_the_parts(pack: Pack, read: Reader) -> None:
    headings = read(pack).headings
    assert headings[0][0] == "H1"
    assert [squeezed(words) for tag, words in headings if tag == "H1"] == [squeezed(pack.title)]
    assert [words for tag, words in headings if tag == "H2"] == ["Contents", *(part.heading for part in pack.parts)]


def test_no_heading_level_is_skipped(pack: Pack, read: Reader) -> None:
    levels = [int(tag[1]) for tag, _ in read(pack).headings]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_groups_clauses_and_categories_are_headings(pack: Pack, read: Reader) -> None:
    words = [squeezed(heading) for _, heading in read(pack).headings]
    words = words[words.index(squeezed("Job description")) :]  # what stands before may have a heading of the same words
    expected = [heading for group in pack.groups for heading in _expected(group)]
    expected += [table.heading for table in pack.categories] + [clause.heading for clause in pack.clauses]
    found = [heading for heading in words if heading in {squeezed(e) for e in expected}]
    assert found == [squeezed(heading) for heading in expected]


def test_each_statement_is_one_item_with_its_number(pack: Pack, read: Reader) -> None:
    section = _section(read(pack), "Job description")
    items = [(item.children[0], item.children[-1]) for listed in section.all("L") for item in listed.all("LI")]
    found = [(label.text.replace("•", ""), squeezed(body.text)) for label, body in items]
    assert found == [(line.number, squeezed(line.statement.text)) for line in pack.statements()]


def test_each_criterion_is_one_row(pack: Pack, read: Reader) -> None:
    tables = _section(read(pack), "Person specification").all("Table")
    assert len(tables) == len(pack.categories)
    for table, expected in zip(tables, pack.categories, strict=True):
        assert [cell.text for cell in table.all("THead")[0].all("TH")] == ["Criterion", "Level", "How we assess it"]
        rows = [[squeezed(cell.text) for cell in row.children] for body in table.all("TBody") for row in body.all("TR")]
        assert rows == [
            [squeezed(f"{line.number} {line.criterion.text}"), line.criterion.level.capitalize(),
             squeezed(", ".join(line.criterion.assessed_by).capitalize())]
            for line in expected.lines
        ]  # fmt: skip


def test_clauses_are_whole(pack: Pack, read: Reader) -> None:
    said = squeezed(_section(read(pack), "Standard responsibilities").text)
    expected = "".join(squeezed(clause.heading + clause.text) for clause in pack.clauses)
    assert said.endswith(expected)


def test_every_header_cell_says_what_it_heads(pack: Pack, read: Reader) -> None:
    for table in read(pack).document.all("Table"):
        for part, scope in (("THead", "/Column"), ("TBody", "/Row")):
            assert {str(cell.raw.A.Scope) for group in table.all(part) for cell in group.all("TH")} <= {scope}


def test_lists_say_how_they_are_numbered(pack: Pack, read: Reader) -> None:
    for listed in read(pack).document.all("L"):
        bullets = {item.children[0].text for item in listed.all("LI")} == {"•"}
        assert str(listed.raw.A.ListNumbering) == ("/Disc" if bullets else "/Decimal")


def test_chart_and_logo_are_told_in_words(pack: Pack, read: Reader) -> None:
    logo = [pack.network.logo.text] if pack.network and pack.network.logo else []
    told = [str(figure.raw.Alt) for figure in read(pack).document.all("Figure")]
    assert told == [*logo, f"Organisation chart. {pack.chart.told}"]


def test_contents_lead_to_the_pages_they_name(pack: Pack, read: Reader) -> None:
    found = read(pack)
    (contents,) = found.document.all("TOC")
    lines = [entry.text for entry in contents.all("TOCI")]
    numbers = {page.obj.objgen: number for number, page in enumerate(found.pdf.pages, 1)}
    dests = found.pdf.Root.Names.Dests.Names
    places = {str(dests[i]): numbers[dests[i + 1][0].objgen] for i in range(0, len(dests), 2)}
    assert lines == [f"{part.heading} {places[part.id]} {part.about}" for part in pack.parts]


def test_every_link_says_where_it_goes(pack: Pack, read: Reader) -> None:
    links = read(pack).links
    headings = {part.heading for part in pack.parts}
    assert {str(link.Contents) for link in links if "/Dest" in link} == headings
    assert all(str(link.Contents).startswith(("Email ", "Phone ", "Web page: ")) for link in links if "/Dest" not in link)
    assert all(int(link.F) & 4 for link in links)


def test_running_heads_are_not_read_out(pack: Pack, read: Reader) -> None:
    found = read(pack)
    assert found.untagged() == []
    inside = [heads for heads in found.artifacts()[1:] if heads]
    assert all("Page" in heads and f"of {len(found.pdf.pages)}" in heads for heads in inside)
    assert f"of {len(found.pdf.pages)}" not in found.document.text


def test_one_typeface(pack: Pack, read: Reader) -> None:
    assert {name.removesuffix("-Semi-Bold") for name in read(pack).fonts} == {"Source-Sans-3"}


def test_title_language_and_bookmarks(pack: Pack, read: Reader) -> None:
    found = read(pack)
    assert str(found.pdf.Root.Lang) == "en-GB"
    assert str(found.pdf.docinfo.Title).startswith(f"{pack.kicker}: {pack.title}, band {pack.role.band}")
    assert bool(found.pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert [squeezed(words) for words in found.bookmarks] == [squeezed(words) for _, words in found.headings]


def test_hostile_words_are_only_words(read: Reader) -> None:
    pack = PACKS["hostile"]
    found = read(pack)
    assert squeezed(HOSTILE) in squeezed(found.document.text)
    assert not [link for link in found.links if "/Dest" not in link]
    assert found.bookmarks[0] == "Practitioner <i>&</i> {{ title }}"


def test_training_is_told(read: Reader) -> None:
    said = _section(read(PACKS["training"]), "Your training").text
    assert "A university chosen by the network" in said
    assert "You study on two days a week in term time." in said


def _section(found: Read, heading: str):  # type: ignore[no-untyped-def]
    (section,) = [s for s in found.document.children if any(h.text == heading for h in s.all("H2"))]
    return section
