"""A job pack as a Word file, to edit: real headings and numbers, and each sentence and blank in a content control of its own.

The tags of the controls, by which a program finds them (`w:sdt/w:sdtPr/w:tag/@w:val`):

| tag | holds |
|---|---|
| `statement:<id>` | the whole paragraph of a statement: its list, its style and its words |
| `clause:<id>` | the whole paragraph of a clause, below its heading |
| `criterion:<id>` | the words of a criterion, within the first cell of its row |
| `fill:<name>` | the value of a field, within its paragraph; a blank shows its placeholder |
| `fill:<name>@<part>` | the same field where it stands again: on the cover (`@cover`), or in a later part, such as `fill:hours@pay` |

Ids are those of the data, and names are those of `Fact.name` (`data-fill` on the page). Besides the facts there are `fill:works_with`,
`fill:adjustments`, and `fill:contact`, `fill:contact_phone` and `fill:contact_email`. A tag is never there twice: a second of the same
name ends in `~2`. Word takes 64 characters, so a longer tag is its first 56, `~`, and seven characters of the whole one's SHA-256.
Titles (`Statement: <id>`, `Hours: hours@pay`) and bookmarks (`statement_<id>`) have the same names, for programs that drop tags, and the
custom properties have what the file was made from (`generator.knowledge.drafts.carried`), so that an edited copy can come home.
A statement is taken out by taking out its control; the numbers after it close up by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any  # lxml's elements carry no types

from docx.oxml import parse_xml

from generator.documents.formats.docx.chapters import bookmark, chapters
from generator.documents.formats.docx.file import carry, describe, file_bytes
from generator.documents.formats.docx.front import contents, cover
from generator.documents.formats.docx.headers_footers import cover_section, furnish
from generator.documents.formats.docx.logo import place_logo
from generator.documents.formats.docx.look import open_look
from generator.documents.formats.docx.markup import NAMESPACES
from generator.documents.formats.docx.measures import Measures
from generator.documents.formats.docx.paging import blocks, page_of_each
from generator.documents.formats.docx.reference import read_reference
from generator.documents.formats.docx.tracked import merged_blocks
from generator.documents.formats.docx.tracked_runs import Tracker
from generator.documents.formats.docx.writer import COVER, WordWriter
from generator.documents.packs.carrying import carried_of
from generator.documents.packs.compose import issued
from generator.documents.packs.model import Pack
from generator.knowledge.drafts.sent import sent_words
from generator.knowledge.source_documents.edited_word import read_body


def write_docx(pack: Pack, *, reference: bytes | None = None) -> bytes:
    """The pack as a .docx file, the same bytes every time.

    `reference` is a Word document, as `lend_look` gives it, whose styles, fonts, page and headers are used in place of ours, and
    whose words are not.
    """
    return _write(pack, reference)


def write_tracked(pack: Pack, *, reference: bytes | None = None) -> bytes:
    """The pack as a .docx file in which every change is tracked from its earlier version, or where it has none from the base role. The
    pack of a base role has no changes."""
    return _write(pack, reference, pack.earlier or pack.base)


def _write(pack: Pack, reference: bytes | None, since: Pack | None = None) -> bytes:
    look = open_look(reference)
    manuscript = WordWriter(look)
    body, pages = _blocks(manuscript, pack)
    if since:
        older = WordWriter(look)  # in the same file, which then has the pictures and lists of both
        old, _ = _blocks(older, since)
        older.lists.count_with(manuscript.lists, old)
        body = merged_blocks(old, body, Tracker(pack.network.name if pack.network else "Fingerpost", issued(pack).isoformat()))
    last = look.document.element.body.sectPr
    for element in body:
        last.addprevious(element)
    if pack.network and pack.network.logo:
        place_logo(look, pack.network.logo)
    furnish(manuscript, pack, pages.get("", len(pack.parts) + 2))
    place = f", {pack.network.name}" if pack.network else ""
    title = f"{pack.kicker}: {pack.titled}{place}"
    author = pack.network.name if pack.network else "Fingerpost"
    role = pack.role
    describe(look.document, title=title, subject=role.summary, author=author, version=role.version, kind=pack.kicker, day=role.updated)
    sent = sent_words(read_body(look.document.element.body, look.document.styles.element))
    carry(look.document, carried_of(pack, sent))
    return file_bytes(look.document)


def _blocks(manuscript: WordWriter, pack: Pack) -> tuple[list[Any], dict[str, int]]:
    """Everything in the body, and the page on which each part begins."""
    following = _parsed("".join(chapters(manuscript, pack)))
    pages = part_pages(manuscript, pack, following) if manuscript.look.own else {}
    manuscript.part = COVER
    front = [*cover(manuscript, pack), *contents(manuscript, pack, pages)]
    front.append(manuscript.said("Body Text", pack.other_formats, f'<w:spacing w:before="360"/>{cover_section(manuscript)}'))
    return [*_parsed("".join(front)), *following], pages


def lend_look(path: Path) -> bytes:
    """A Word document that can lend its look, read and tried. Raises ReferenceRefused, which says why it cannot."""
    content = read_reference(path)
    open_look(content)
    return content


def _parsed(markup: str) -> list[Any]:
    return list(parse_xml(f"<w:body {NAMESPACES}>{markup}</w:body>"))


def part_pages(manuscript: WordWriter, pack: Pack, body: Sequence[Any]) -> dict[str, int]:
    """The page each part begins on, by its id, after a cover and one page of contents. `""` is how many pages there are."""
    look = manuscript.look
    page = look.document.sections[-1]
    room = sum(side.pt * sign for side, sign in ((page.page_height, 1), (page.top_margin, -1), (page.bottom_margin, -1)) if side)
    measures = Measures(look.document.styles.element, manuscript.lists.numbering, look.measure / 20)
    found = page_of_each(list(blocks(body, measures)), room)
    return {part.id: found[bookmark(part)] + 2 for part in pack.parts} | {"": found[""] + 2}
