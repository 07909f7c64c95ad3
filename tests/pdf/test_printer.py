"""What a printer has learned changes its speed and nothing else."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest
from weasyprint import HTML

from generator.documents.chart import chart_key, chart_svg
from generator.documents.pack import Pack
from generator.documents.pdf import Printer
from generator.documents.pdf.markup import page_of
from generator.documents.pdf.printer import issued
from generator.documents.pdf.sealed import ROOT, Sealed
from generator.documents.templating import environment, render

from .packs import PACKS, REAL

TEMPLATES = environment()


def shortened(pack: Pack, statements: int) -> Pack:
    """A pack whose first group has so many statements fewer: its last parts move up its pages."""
    first, *rest = pack.groups
    return replace(pack, groups=(replace(first, items=first.items[: len(first.items) - statements]), *rest))


def test_a_printer_that_has_learned_prints_what_a_new_one_prints() -> None:
    """Neighbours of one kind, some of them tight and some not, in turn: each guess from the one before is wrong or right by chance."""
    pack = PACKS[REAL[-1]]
    packs = [shortened(pack, count) for count in (0, 2, 1)]
    learned = Printer(TEMPLATES)
    for one in packs:
        assert learned.press(one) == Printer(TEMPLATES).press(one)


@pytest.mark.slow
@pytest.mark.parametrize("name", REAL)
def test_it_does_so_wherever_the_last_parts_begin(name: str) -> None:
    learned = Printer(TEMPLATES)
    for count in (0, 3, 1, 4, 2):
        one = shortened(PACKS[name], count)
        assert learned.press(one) == Printer(TEMPLATES).press(one)


@pytest.mark.parametrize("name", PACKS)
def test_our_templates_are_well_formed_and_read_alike_by_both_parsers(name: str) -> None:
    pack = PACKS[name]
    parts = {part.id: 2 for part in pack.parts}
    drawn = {"chart": chart_svg(pack.chart, TEMPLATES, style="paper"), "chart_key": chart_key(pack.chart)}
    source = render(TEMPLATES, "pack/pack.html.j2", pack=pack, pages=parts, tight=frozenset(), day=issued(pack), **drawn)
    ours = page_of(source, ROOT, Sealed(TEMPLATES)).etree_element
    assert told(ours) == told(fromstring(source))
    theirs = HTML(string=source, base_url=ROOT, url_fetcher=Sealed(TEMPLATES)).etree_element
    assert told(ours) == told(theirs)


def told(root: Element) -> list[tuple[str, dict[str, str], str, str]]:
    """Every element with its attributes and words. Only one of the parsers counts a namespace as an attribute."""
    return [
        (e.tag, {name: value for name, value in e.attrib.items() if "xmlns" not in name}, (e.text or "").strip(), (e.tail or "").strip())
        for e in root.iter()
    ]


@pytest.mark.parametrize("source", ["<p>One<p>Two<br>", '<!DOCTYPE p [<!ENTITY x "y">]><p>&x;</p>'])
def test_markup_that_is_not_well_formed_is_read_as_browsers_read_it(source: str) -> None:
    assert page_of(source, ROOT, Sealed(TEMPLATES)).etree_element.tag == "html"
