"""A Word file being written: its styles by name, and the content controls, lists, links and bookmarks that must each be given once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count, pairwise

from generator.documents.formats.docx.look import WordLook
from generator.documents.formats.docx.markup import TAB, Xml, cell, joined, paragraph, quoted, run, table, table_row
from generator.documents.formats.docx.numbering import HANG, Lists
from generator.documents.packs.model import Fact, Part
from generator.knowledge.drafts.names import LONGEST, SENTENCE_TITLES, SentenceKind, control_bookmark, control_tag, control_title

COVER = Part("cover", "", "", "cover")
"""What is set before the first part."""


class WordWriter:
    """Sets words in a look. Style names are those that Word shows in English."""

    def __init__(self, look: WordLook) -> None:
        """Begin a file in `look`."""
        self.look = look
        self.part = COVER
        self.lists = Lists(look.document)
        self.list_edge = max(look.edge, HANG)
        self._controls = 0
        self._bookmarks = 0
        self._tags: set[str] = set()

    def style(self, name: str) -> str:
        """The id of a style by its name."""
        return self.look.ids[name.lower()]

    def words(self, words: str, style: str = "") -> Xml:
        """Words in a character style, or none."""
        return run(words, self.style(style) if style else "")

    def paragraph(self, style: str, *runs: Xml, properties: str = "") -> Xml:
        """A paragraph in a style."""
        return paragraph(self.style(style), *runs, properties=properties)

    def said(self, style: str, words: str, properties: str = "") -> Xml:
        """A paragraph of plain words."""
        return self.paragraph(style, run(words), properties=properties)

    def heading(self, level: int, words: str, *, name: str = "", properties: str = "") -> Xml:
        """A heading, with a bookmark of that name if one is given. Word has nine levels, and we set six."""
        return self.paragraph(f"Heading {min(level, 6)}", self._marked(run(words), name) if name else run(words), properties=properties)

    def _marked(self, inner: Xml, name: str) -> Xml:
        self._bookmarks += 1
        number = self._bookmarks
        return Xml(f'<w:bookmarkStart w:id="{number}" w:name="{quoted(name)}"/>{inner}<w:bookmarkEnd w:id="{number}"/>')

    def control(self, tag: str, title: str, inner: Xml, kind: str = "", *, blank: bool = False) -> Xml:
        """A content control around `inner`, which stays as it is. `blank` is for a placeholder that typing replaces."""
        return self._control(self._once(tag), title, inner, kind, blank=blank)

    def sentence_control(self, kind: SentenceKind, name: str, style: str, words: str, properties: str = "") -> Xml:
        """A control around the paragraph of a sentence with the id `name`, and a bookmark of the same name inside."""
        tag = self._once(control_tag(kind, name))
        marked = self._marked(run(words), control_bookmark(tag))
        return self._control(tag, SENTENCE_TITLES[kind], self.paragraph(style, marked, properties=properties))

    def phrase_control(self, kind: SentenceKind, name: str, words: str) -> Xml:
        """A control of plain text within a paragraph, for a sentence with the id `name`, and a bookmark of the same name around it."""
        tag = self._once(control_tag(kind, name))
        return self._marked(self._control(tag, SENTENCE_TITLES[kind], run(words), "<w:text/>"), control_bookmark(tag))

    def _control(self, tag: str, title: str, inner: Xml, kind: str = "", *, blank: bool = False) -> Xml:
        self._controls += 1
        shown = "<w:showingPlcHdr/>" if blank else ""
        return Xml(
            f'<w:sdt><w:sdtPr><w:alias w:val="{quoted(control_title(title, tag))}"/><w:tag w:val="{quoted(tag)}"/>'
            f'<w:id w:val="{self._controls}"/>'
            f"{shown}{kind}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        )

    def _once(self, wanted: str) -> str:
        """A tag that no control has yet: a second of the same name gets a figure behind it."""
        found = wanted if wanted not in self._tags else next(t for n in count(2) if (t := f"{wanted[: LONGEST - 4]}~{n}") not in self._tags)
        self._tags.add(found)
        return found

    def text_control(self, tag: str, title: str, words: str, style: str = "", *, blank: bool = False) -> Xml:
        """A control within a paragraph that holds plain text."""
        return self.control(tag, title, self.words(words, style), "<w:text/>", blank=blank)

    def fact(self, fact: Fact) -> Xml:
        """A fact's value in its control. A field's first place in the parts is `fill:<name>`; elsewhere it is `fill:<name>@<part>`."""
        first = control_tag("fill", fact.name)
        name = control_tag("fill", f"{fact.name}@{self.part.id}") if first in self._tags or self.part is COVER else first
        return self.text_control(name, fact.label, fact.value, "" if fact.filled else "Placeholder Text", blank=not fact.filled)

    def widths(self, *shares: float) -> list[int]:
        """Columns across the page, by their shares of it."""
        whole = self.look.measure
        edges = [round(whole * sum(shares[:i]) / sum(shares)) for i in range(len(shares) + 1)]
        return [right - left for left, right in pairwise(edges)]

    def headed_table(
        self, widths: Sequence[int], heads: Sequence[str], rows: Iterable[Xml], caption: str, told: str, *, right: bool = False
    ) -> Xml:
        """A table whose first row says what the columns are, again on every page. `right` is for figures in the last column."""
        aligned = [*[""] * (len(heads) - 1), '<w:jc w:val="right"/>' if right else ""]
        cells = (cell(w, self.said("Table Heading", head, align)) for w, head, align in zip(widths, heads, aligned, strict=True))
        first = table_row(*cells, header=True)
        return table(self.style("Job Pack Table"), widths, [first, *rows], caption=caption, told=told, header=True)

    def label_table(self, widths: Sequence[int], rows: Iterable[Xml], caption: str, told: str) -> Xml:
        """A table whose labels stand at the left of their values, and no row of heads."""
        return table(self.style("Job Pack Table"), widths, rows, caption=caption, told=told, header=False)


def tabbed(*runs: Xml) -> Xml:
    """Runs with a tab between them."""
    return joined(piece for i, r in enumerate(runs) for piece in ((TAB, r) if i else (r,)))
