"""What the process that reads a PDF tells of it, as JSON can hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from generator.knowledge.source_documents.layout import LineLayout
from generator.knowledge.source_documents.pdf_paragraphs import LaidOut, PageParagraph
from generator.knowledge.source_documents.pdf_stretches import PageStretch
from generator.knowledge.source_documents.pdf_tagged import LooseParagraph, PlacedLine, TaggedParagraph, TaggedText


def as_message(page: LaidOut) -> dict[str, Any]:
    """The paragraphs of a page."""
    paragraphs = [{"cell": one.cell, "stretches": [_said(stretch) for stretch in one.stretches]} for one in page.paragraphs]
    return {"height": page.height, "lines": list(page.line_numbers.items()), "paragraphs": paragraphs}


def from_message(message: Mapping[str, Any]) -> LaidOut:
    """The paragraphs of a page again."""
    paragraphs = [
        PageParagraph([PageStretch(**stretch) for stretch in one["stretches"]], cell=tuple(one["cell"]) if one["cell"] else None)
        for one in message["paragraphs"]
    ]
    return LaidOut(tuple(paragraphs), dict(message["lines"]), message["height"])


def text_as_message(text: TaggedText) -> dict[str, Any]:
    """The text as its tags say it."""
    paragraphs = [
        {"layout": asdict(one.layout), "lines": [(line.page, _said(line.stretch)) for line in one.lines]} for one in text.paragraphs
    ]
    loose = [{"page": one.page, "artifact": one.artifact, "stretches": [_said(each) for each in one.stretches]} for one in text.loose]
    return {"paragraphs": paragraphs, "loose": loose}


def text_from_message(message: Mapping[str, Any]) -> TaggedText:
    """The text again."""
    paragraphs = [
        TaggedParagraph(tuple(PlacedLine(page, PageStretch(**said)) for page, said in one["lines"]), LineLayout(**one["layout"]))
        for one in message["paragraphs"]
    ]
    loose = [
        LooseParagraph(one["page"], tuple(PageStretch(**said) for said in one["stretches"]), one["artifact"]) for one in message["loose"]
    ]
    return TaggedText(tuple(paragraphs), tuple(loose))


def _said(stretch: PageStretch) -> dict[str, Any]:
    return asdict(replace(stretch, words=()))
