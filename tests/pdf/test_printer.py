"""What a printer has printed before changes its speed and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from weasyprint import HTML

from generator.documents.charts.organisation_svg import chart_key, chart_svg
from generator.documents.formats.pdf import layers
from generator.documents.formats.pdf.layers import PackNotPrinted
from generator.documents.formats.pdf.markup import page_of
from generator.documents.formats.pdf.printer import Printer
from generator.documents.formats.pdf.url_fetcher import ROOT, Sealed
from generator.documents.packs.compose import issued
from generator.documents.packs.model import Pack
from generator.documents.templating.environment import environment, render

from .packs import PACKS, REAL

TEMPLATES = environment()


def shortened(pack: Pack, statements: int) -> Pack:
    """A pack whose first group has so many statements fewer: its last parts move up its pages."""
    first, *rest = pack.groups
    return replace(pack, groups=(replace(first, items=first.items[: len(first.items) - statements]), *rest))


@pytest.mark.slow
def test_a_printer_that_has_printed_others_prints_what_a_new_one_prints() -> None:
    """Neighbours of one kind in turn, some of them tight and some not: they share parts, and those begin at other places of a page."""
    pack = PACKS[REAL[-1]]
    new = {count: Printer(TEMPLATES).press(shortened(pack, count)) for count in (0, 2)}
    printer = Printer(TEMPLATES)
    for count in (0, 2, 0):
        assert printer.press(shortened(pack, count)) == new[count]


def test_packs_that_differ_in_one_place_share_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    printer = Printer(TEMPLATES)
    pack = PACKS["link-worker-band-6"]
    printer.press(pack)
    laid_out: list[str] = []
    monkeypatch.setattr(layers, "page_of", lambda source, *rest: laid_out.append(source) or page_of(source, *rest))
    *control, last = pack.control
    printer.press(replace(pack, control=(*control, replace(last, value="Another value"))))
    *parts, cover = ["Another value" in source for source in laid_out]
    assert parts in ([True], [True, True]), "that part alone: again, and tighter, where it does not fit its page"
    assert not cover, "the cover, with the line at the foot"


@pytest.mark.slow
def test_a_part_that_is_warned_of_is_not_kept(tmp_path: Path) -> None:
    """Every pack that has it is told of."""
    own = tmp_path / "pack" / "parts" / "pay.html.j2"
    own.parent.mkdir(parents=True)
    own.write_text('<p style="colour: red">Pay</p>', encoding="utf-8")
    printer = Printer(environment([tmp_path]))
    for name in REAL[:2]:
        with pytest.raises(PackNotPrinted, match=name):
            printer.press(PACKS[name])


@pytest.mark.slow
@pytest.mark.parametrize("name", REAL)
def test_it_does_so_wherever_the_last_parts_begin(name: str) -> None:
    printer = Printer(TEMPLATES)
    for count in (0, 3, 1, 4, 2):
        one = shortened(PACKS[name], count)
        assert printer.press(one) == Printer(TEMPLATES).press(one)


@pytest.mark.parametrize("name", PACKS)
def test_our_templates_are_well_formed_and_read_alike_by_both_parsers(name: str) -> None:
    for source in sources(PACKS[name]):
        ours = page_of(source, ROOT, Sealed(TEMPLATES)).etree_element
        assert told(ours) == told(fromstring(source))
        theirs = HTML(string=source, base_url=ROOT, url_fetcher=Sealed(TEMPLATES)).etree_element
        assert told(ours) == told(theirs)


def sources(pack: Pack) -> Iterator[str]:
    """All markup that a pack is laid out from."""
    shown = {"pack": pack, "chart": chart_svg(pack.chart, TEMPLATES, style="paper"), "chart_key": chart_key(pack.chart, pack.labels.chart)}
    yield render(TEMPLATES, "pack/cover.html.j2", day=issued(pack), **shown)
    yield render(TEMPLATES, "pack/contents.html.j2", pages={part.id: 2 for part in pack.parts}, **shown)
    yield render(TEMPLATES, "pack/sheets.html.j2", headings=[part.heading for part in pack.parts], **shown)
    for part in pack.parts:
        yield render(TEMPLATES, "pack/part.html.j2", part=part, above=9.5, tight={part.id}, **shown)


def told(root: Element) -> list[tuple[str, dict[str, str], str, str]]:
    """Every element with its attributes and words. Only one of the parsers counts a namespace as an attribute."""
    return [
        (e.tag, {name: value for name, value in e.attrib.items() if "xmlns" not in name}, (e.text or "").strip(), (e.tail or "").strip())
        for e in root.iter()
    ]


@pytest.mark.parametrize("source", ["<p>One<p>Two<br>", '<!DOCTYPE p [<!ENTITY x "y">]><p>&x;</p>'])
def test_markup_that_is_not_well_formed_is_read_as_browsers_read_it(source: str) -> None:
    assert page_of(source, ROOT, Sealed(TEMPLATES)).etree_element.tag == "html"
