"""Make the same packs in other ways, for comparison: plain WeasyPrint, and Typst if it is installed."""

from __future__ import annotations

import gc
import json
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from jinja2 import Environment

from generator.bench import missing
from generator.documents.charts.organisation_svg import chart_key, chart_svg
from generator.documents.packs.model import Pack
from generator.documents.templating.environment import render
from generator.machine.garbage import gc_between_packs

HEADS = "body { page: sheet } h1 { string-set: role content() } h2 { string-set: part content() }"
"""Heads of pages in one piece."""

Make = Callable[[Pack], bytes]


@dataclass(frozen=True)
class Peer:
    """Processor seconds for one PDF made in one way, and its bytes; `ours` is the ratio of our processor time to it."""

    name: str
    cpu: float
    size: int
    ours: float


OUR_PDF = "Fingerpost"
PLAIN_WEASYPRINT = "WeasyPrint, nothing shared"
TYPST = "Typst, PDF/UA-1, words and tables only"


def pdf_makers(templates: Environment) -> dict[str, Make]:
    """The functions that make a PDF, by the name of the way, as far as they are installed."""
    from generator.documents.formats.pdf.printer import Printer

    found: dict[str, Make] = {OUR_PDF: Printer(templates).press, PLAIN_WEASYPRINT: _plain_weasyprint(templates)}
    if not missing.typst():
        found[TYPST] = _typst()
    return found


def compare_peers(packs: Sequence[Pack], templates: Environment, rounds: int) -> tuple[Peer, ...]:
    """Measure each way in turn, in one process once all is loaded: the best of several rounds, with the garbage collected at the end."""
    makers = pdf_makers(templates)
    best, sizes = dict.fromkeys(makers, float("inf")), dict.fromkeys(makers, 0)
    for _ in range(rounds + 1):
        for name, make in makers.items():
            gc.collect()
            started = time.process_time()
            with gc_between_packs() if name == OUR_PDF else nullcontext():
                sizes[name] = sum(len(make(pack)) for pack in packs) // len(packs)
                gc.collect()
            best[name] = min(best[name], (time.process_time() - started) / len(packs))
    ours = best[OUR_PDF]
    return tuple(Peer(name, round(cpu, 4), sizes[name], round(ours / cpu, 2)) for name, cpu in best.items())


def _plain_weasyprint(templates: Environment) -> Make:
    """Plain WeasyPrint, as in its first example: it reads fonts and styles for each document. The contents have no right page numbers."""
    from weasyprint import CSS, HTML

    from generator.documents.formats.pdf.layers import VARIANT
    from generator.documents.formats.pdf.url_fetcher import ROOT, Sealed

    sealed = Sealed(templates)

    def make(pack: Pack) -> bytes:
        style = CSS(url=f"{ROOT}pack/pack.css", url_fetcher=sealed)
        heads = CSS(string=HEADS)
        page = HTML(string=whole(pack, templates), base_url=f"{ROOT}pack/pack.html", url_fetcher=sealed)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # it leaves its colour profile for Python to close
            return bytes(page.write_pdf(stylesheets=[style, heads], pdf_variant=VARIANT))

    return make


def whole(pack: Pack, templates: Environment) -> str:
    """A pack's markup in one piece, as it would be without layers. The page numbers of the contents are placeholders."""
    from generator.documents.packs.compose import issued

    drawn = {"chart": chart_svg(pack.chart, templates, style="paper"), "chart_key": chart_key(pack.chart, pack.labels.chart)}
    pages = dict.fromkeys((part.id for part in pack.parts), 9)
    cover = render(templates, "pack/cover.html.j2", pack=pack, day=issued(pack))
    contents = render(templates, "pack/parts/contents.html.j2", pack=pack, pages=pages)
    parts = [render(templates, "pack/section.html.j2", pack=pack, part=part, tight=(), **drawn) for part in pack.parts]
    return cover.replace("</body>", "\n".join([contents, *parts, "</body>"]))


def _typst() -> Make:
    from generator.documents.formats.pdf.fonts import fonts_folder

    typst = import_module("typst")
    fonts = [str(fonts_folder())]

    def make(pack: Pack) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder, "pack.typ")
            source.write_text(typst_source(pack), encoding="utf-8")
            return bytes(typst.compile(str(source), font_paths=fonts, ignore_system_fonts=True, pdf_standards=["ua-1"]))

    return make


def typst_source(pack: Pack) -> str:
    """A pack's words in Typst's markup: contents, headings, numbered statements, the specification as tables. Without our styles."""
    lines = [f"#set document(title: {_text(pack.title)})", '#set text(font: "Source Sans 3", size: 11pt, lang: "en")', "#outline()"]
    for group in pack.groups:
        lines.append(f"= #{_text(group.heading)}")
        lines += [f"#terms.item({_text(item.number or '•')}, {_text(item.statement.text)})" for item in group.statements()]
    lines += [f"= #{_text(clause.heading)}\n#{_text(clause.text)}" for clause in pack.clauses]
    for category in pack.categories:
        cells = [(line.criterion.text, line.criterion.level, ", ".join(line.criterion.assessed_by)) for line in category.lines]
        rows = ", ".join(_text(cell) for row in cells for cell in row)
        heads = 'table.header("Criterion", "Level", "How we assess it")'
        lines.append(f"= #{_text(category.heading)}\n#table(columns: (1fr, 20mm, 40mm), {heads}, {rows})")
    rows = ", ".join(_text(part) for fact in (*pack.facts, *pack.pay, *pack.control) for part in (fact.label, fact.value))
    return "\n".join([*lines, "= Facts", f"#table(columns: 2, {rows})"])


def _text(words: str) -> str:
    """Words as a string of Typst, whose notation is that of JSON for all that we write."""
    return json.dumps(words, ensure_ascii=False)
