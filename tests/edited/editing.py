"""Edit a Word file as people and programs do, by its XML: each step of a case is one function here. See tests/cases/edited/README.md."""

from __future__ import annotations

import copy
import re
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def element(name: str, *children: Any, **attributes: str) -> Any:
    made = etree.Element(qn(f"w:{name}"), {qn(f"w:{key}"): value for key, value in attributes.items()})
    made.extend(children)
    return made


def text_run(words: str, kind: str = "t") -> Any:
    words_in = element(kind)
    words_in.text = words
    words_in.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element("r", words_in)


class Editor:
    """A Word file being edited."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.body = self.root.find(qn("w:body"))
        self.comments: list[Any] = []
        self.by = {"author": "Jo Hart", "date": "2026-11-03T09:00:00Z"}
        self.strict = False

    def do(self, step: dict[str, Any]) -> None:
        (name, given), *_ = step.items()
        if "by" in step:
            self.by = {"author": step["by"]} | ({"date": f"{step['day']}T09:00:00Z"} if "day" in step else {})
        getattr(self, f"do_{name}")(given, **{key: value for key, value in step.items() if key not in (name, "by", "day")})

    def content(self) -> bytes:
        main = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        self.parts["word/document.xml"] = main.replace(W.encode(), STRICT.encode()) if self.strict else main
        if self.comments:
            self._write_comments()
        made = BytesIO()
        with ZipFile(made, "w", ZIP_DEFLATED) as archive:
            for name, part in self.parts.items():
                archive.writestr(name, part)
        return made.getvalue()

    def _write_comments(self) -> None:
        self.parts["word/comments.xml"] = etree.tostring(element("comments", *self.comments))
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        relation = f'<Relationship Id="rComments" Type="{kind}" Target="comments.xml"/></Relationships>'
        rels = self.parts["word/_rels/document.xml.rels"].decode()
        self.parts["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", relation).encode()
        media = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        types = self.parts["[Content_Types].xml"].decode()
        override = f'<Override PartName="/word/comments.xml" ContentType="{media}"/></Types>'
        self.parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()

    # Finding

    def control(self, tag: str) -> Any:
        return next(sdt for sdt in self.body.iter(qn("w:sdt")) if sdt.xpath("string(./w:sdtPr/w:tag/@w:val)", namespaces={"w": W}) == tag)

    def paragraph(self, tag: str) -> Any:
        """The paragraph of a control's words."""
        found = self.control(tag)
        inner = next(found.iter(qn("w:p")), None)
        return inner if inner is not None else next(found.iterancestors(qn("w:p")))

    def row(self, tag: str) -> Any:
        return next(self.control(tag).iterancestors(qn("w:tr")))

    def block(self, tag: str) -> Any:
        """What stands in the body or table for a control: itself, or its row."""
        return self.row(tag) if tag.startswith("criterion:") else self.control(tag)

    def words(self, tag: str) -> str:
        return "".join(text.text or "" for text in self.control(tag).iter(qn("w:t")))

    def runs(self, tag: str) -> list[Any]:
        return list(self.control(tag).iter(qn("w:r")))

    def plain(self, tag: str, words: str) -> Any:
        """A paragraph that looks like a control's, without its names."""
        made = copy.deepcopy(self.paragraph(tag))
        for child in list(made):
            if child.tag != qn("w:pPr"):
                made.remove(child)
        made.append(text_run(words))
        return made

    # Typing

    def do_say(self, tag: str, words: str) -> None:
        texts = list(self.control(tag).iter(qn("w:t")))
        for text in texts[1:]:
            text.getparent().remove(text)
        texts[0].text = words

    def do_append(self, tag: str, words: str) -> None:
        self.do_say(tag, self.words(tag) + words)

    def do_keep_half(self, tag: str, words: str = "") -> None:
        said = self.words(tag).split()
        self.do_say(tag, " ".join([*said[: len(said) // 2], *([words] if words else [])]))

    def do_drop(self, tag: str) -> None:
        found = self.block(tag)
        found.getparent().remove(found)

    def do_empty(self, tag: str) -> None:
        for run in self.runs(tag):
            run.getparent().remove(run)

    def do_add(self, words: str, after: str) -> None:
        self.control(after).addnext(self.plain(after, words))

    def do_add_first(self, words: str, before: str) -> None:
        self.control(before).addprevious(self.plain(before, words))

    def do_add_inside(self, words: str, after: str) -> None:
        self.paragraph(after).addnext(self.plain(after, words))

    def do_add_break(self, words: str, after: str) -> None:
        run = text_run(words)
        run.insert(0, element("br"))
        self.runs(after)[-1].addnext(run)

    def do_split(self, tag: str) -> None:
        said = self.words(tag).split()
        half = len(said) // 2
        self.do_say(tag, " ".join(said[:half]))
        self.paragraph(tag).addnext(self.plain(tag, " ".join(said[half:])))

    def do_join(self, tag: str, other: str) -> None:
        self.do_append(tag, f" {self.words(other)}")
        self.do_drop(other)

    def do_move(self, tag: str, after: str) -> None:
        self.block(after).addnext(self.block(tag))

    def do_retag(self, tag: str, other: str) -> None:
        """Each gets the words of the other, as when somebody cuts and pastes inside the controls."""
        one, two = self.words(tag), self.words(other)
        self.do_say(tag, two)
        self.do_say(other, one)

    def do_copy(self, tag: str, after: str) -> None:
        """A copy with its tag, as some programs paste."""
        self.block(after).addnext(copy.deepcopy(self.block(tag)))

    def do_set_cell(self, tag: str, cell: int, words: str) -> None:
        texts = list(self.row(tag).findall(qn("w:tc"))[cell - 1].iter(qn("w:t")))
        texts[0].text = words

    def do_add_row(self, cells: list[str], after: str) -> None:
        row = copy.deepcopy(self.row(after))
        for found, words in zip(row.findall(qn("w:tc")), cells, strict=True):
            paragraph = found.find(qn("w:p"))
            for child in list(paragraph):
                if child.tag != qn("w:pPr"):
                    paragraph.remove(child)
            paragraph.append(text_run(words))
        self.row(after).addnext(row)

    def do_paragraph(self, words: str, under: str, style: str = "BodyText") -> None:
        look = element("pPr", element("pStyle", val=style))
        self._heading(under).addnext(element("p", look, text_run(words)))

    def do_section(self, words: str, after: str) -> None:
        self.control(after).addnext(element("p", element("pPr", element("pStyle", val="Heading2")), text_run(words)))

    def do_heading(self, words: str, to: str) -> None:
        found = self._heading(words)
        next(iter(found.iter(qn("w:t")))).text = to

    def do_drop_heading(self, words: str) -> None:
        self.body.remove(self._heading(words))

    def _heading(self, words: str) -> Any:
        said = (p for p in self.body if p.tag == qn("w:p") and "".join(p.itertext()) == words)
        return next(said)

    def do_replace_text(self, words: str, to: str) -> None:
        text = next(text for text in self.body.iter(qn("w:t")) if words in (text.text or ""))
        text.text = text.text.replace(words, to)

    # Tracking

    def mark(self, kind: str, *children: Any) -> Any:
        return element(kind, *children, id="9001", **self.by)

    def _paragraph_mark(self, paragraph: Any, kind: str) -> None:
        properties = paragraph.find(qn("w:pPr"))
        look = properties.find(qn("w:rPr"))
        if look is None:
            look = element("rPr")
            properties.append(look)
        look.insert(0, self.mark(kind))

    def do_track_append(self, tag: str, words: str) -> None:
        self.runs(tag)[-1].addnext(self.mark("ins", text_run(words)))

    def do_track_say(self, tag: str, words: str) -> None:
        run = self.runs(tag)[0]
        said = self.words(tag)
        run.addprevious(self.mark("del", text_run(said, "delText")))
        run.addprevious(self.mark("ins", text_run(words)))
        run.getparent().remove(run)

    def do_track_drop(self, tag: str, whole: bool = True) -> None:
        if tag.startswith("criterion:"):
            row = self.row(tag)
            row.find(qn("w:trPr")).append(self.mark("del"))
            return
        run = self.runs(tag)[0]
        run.addprevious(self.mark("del", text_run(self.words(tag), "delText")))
        run.getparent().remove(run)
        if whole:
            self._paragraph_mark(self.paragraph(tag), "del")

    def do_track_add(self, words: str, after: str) -> None:
        paragraph = self.plain(after, "")
        paragraph.remove(paragraph[-1])
        self._paragraph_mark(paragraph, "ins")
        paragraph.append(self.mark("ins", text_run(words)))
        self.control(after).addnext(paragraph)

    def do_track_move(self, tag: str, after: str) -> None:
        """As Word does: the paragraph at its new place without its control, and the old one struck out."""
        words = self.words(tag)
        new = self.plain(tag, "")
        new.remove(new[-1])
        self._paragraph_mark(new, "moveTo")
        new.append(self.mark("moveTo", text_run(words)))
        self.block(after).addnext(new)
        run = self.runs(tag)[0]
        run.addprevious(self.mark("moveFrom", text_run(words)))
        run.getparent().remove(run)
        self._paragraph_mark(self.paragraph(tag), "moveFrom")

    def do_track_join(self, tag: str) -> None:
        """Delete the paragraph mark alone."""
        self._paragraph_mark(self.paragraph(tag), "del")
        self.do_append(tag, " ")

    def do_track_cell(self, tag: str, cell: int, words: str) -> None:
        run = next(self.row(tag).findall(qn("w:tc"))[cell - 1].iter(qn("w:r")))
        said = "".join(text.text or "" for text in run.iter(qn("w:t")))
        run.addprevious(self.mark("del", text_run(said, "delText")))
        run.addprevious(self.mark("ins", text_run(words)))
        run.getparent().remove(run)

    # Comments

    def do_comment(self, tag: str, words: str) -> None:
        number = str(len(self.comments))
        self.comments.append(element("comment", element("p", text_run(words)), id=number, **self.by))
        first = self.runs(tag)[0] if self.runs(tag) else self.paragraph(tag)[-1]
        first.addprevious(element("commentRangeStart", id=number))
        first.addnext(element("r", element("commentReference", id=number)))

    # What programs do

    def do_strip(self, what: list[str]) -> None:
        """Drop what a save drops."""
        if "tags" in what:
            self._drop("tag")
        if "titles" in what:
            self._drop("alias")
        if "bookmarks" in what:
            self._drop("bookmarkStart", "bookmarkEnd")
        if "controls" in what:
            self._unwrap()
        if "headings" in what:
            for style in list(self.body.iter(qn("w:pStyle"))):
                if (style.get(qn("w:val")) or "").startswith("Heading"):
                    style.getparent().remove(style)
        if "properties" in what:
            self.parts = {name: part for name, part in self.parts.items() if name != "docProps/custom.xml"}

    def _unwrap(self) -> None:
        for sdt in reversed(list(self.body.iter(qn("w:sdt")))):
            for child in sdt.find(qn("w:sdtContent")):
                sdt.addprevious(child)
            sdt.getparent().remove(sdt)

    def _drop(self, *names: str) -> None:
        for found in [each for name in names for each in self.body.iter(qn(f"w:{name}"))]:
            found.getparent().remove(found)

    def do_scatter(self, tag: str) -> None:
        """Many runs, with proofing marks between, as Word leaves what was typed over days."""
        run = self.runs(tag)[0]
        for number, word in enumerate(re.findall(r"\S+\s*", self.words(tag))):
            run.addprevious(text_run(word))
            run.addprevious(element("proofErr", type="spellStart" if number % 2 else "spellEnd"))
        run.getparent().remove(run)

    def do_field_in(self, tag: str) -> None:
        """Part of the words within a simple field, a link and a smart tag."""
        run = self.runs(tag)[0]
        said = self.words(tag).split(" ", 2)
        run.addprevious(element("fldSimple", text_run(f"{said[0]} "), instr=" QUOTE "))
        run.addprevious(element("hyperlink", element("smartTag", text_run(f"{said[1]} "))))
        run.addprevious(text_run(said[2]))
        run.getparent().remove(run)

    def do_sign(self, tag: str) -> None:
        """A hidden hyphen, a mark of no width and a double space."""
        run = self.runs(tag)[0]
        said = self.words(tag).split(" ", 1)
        first, hidden = text_run(f"{said[0][:2]}\u200b"), element("softHyphen")
        first.append(hidden)
        run.addprevious(first)
        run.addprevious(text_run(f"{said[0][2:]}\u00a0 {said[1]}"))
        run.getparent().remove(run)

    def do_text_box(self, words: str, under: str) -> None:
        """A text box twice, as Word writes it: for new programs, and for old ones."""
        mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
        box = element("txbxContent", element("p", text_run(words)))
        choice = etree.Element(f"{{{mc}}}AlternateContent")
        for name in ("Choice", "Fallback"):
            inner = etree.SubElement(choice, f"{{{mc}}}{name}")
            inner.append(copy.deepcopy(box))
        self._heading(under).addnext(element("p", element("r", choice)))

    def do_strict(self, _: bool) -> None:
        self.strict = True

    def do_python_docx(self, _: bool) -> None:
        made = BytesIO()
        Document(BytesIO(self.content())).save(made)
        self.__init__(made.getvalue())  # type: ignore[misc]
