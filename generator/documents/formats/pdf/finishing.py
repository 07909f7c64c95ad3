"""What stands between WeasyPrint's PDF/A-3a and one file that is PDF/UA-1 as well."""

from __future__ import annotations

from io import BytesIO

from jinja2 import Environment
from pikepdf import Array, AttachedFileSpec, Name, Object, Pdf, Stream, String

from generator.documents.formats.pdf.content import make_artifacts
from generator.documents.formats.pdf.tag_tree import walk
from generator.documents.formats.pdf.tags import mend_tags
from generator.documents.formats.pdf.writing import pdf_bytes
from generator.documents.packs.carrying import carried_of
from generator.documents.packs.model import Pack
from generator.documents.templating.environment import render
from generator.knowledge.drafts.carried import DESCRIPTION, FILE_NAME, MEDIA_TYPE

PRINT = 4
"""The flag that lets a link be printed with the page. PDF/A asks for it on every annotation."""

SAYS = {"mailto:": "Email ", "tel:": "Phone ", "https://": "Web page: ", "http://": "Web page: "}
"""How a link to somewhere else is told, by what its address begins with."""


def finished(raw: bytes, pack: Pack, templates: Environment, bullet: int) -> bytes:
    """A tagged PDF/A-3a file, made PDF/UA-1 too. The same input gives the same bytes. `bullet` is that glyph's number in the font."""
    with Pdf.open(BytesIO(raw)) as pdf:
        mend_tags(pdf, bullet)
        make_artifacts(pdf, walk(pdf.Root.StructTreeRoot.K[0]))
        _name_links(pdf, {part.id: part.heading for part in pack.parts})
        _no_interpolation(pdf)
        _metadata(pdf, templates)
        _carry(pdf, carried_of(pack))
        return pdf_bytes(pdf)


def _name_links(pdf: Pdf, headings: dict[str, str]) -> None:
    """Say where each link goes: WeasyPrint gives only its bare address."""
    for page in pdf.pages:
        for link in page.obj.get("/Annots", []):
            link.Contents = String(_told(link, headings))
            link.F = PRINT


def _told(link: Object, headings: dict[str, str]) -> str:
    if "/Dest" in link:
        return headings.get(str(link.Dest), str(link.Dest))
    address = str(link.A.URI)
    return next((said + address.removeprefix(start) for start, said in SAYS.items() if address.startswith(start)), address)


def _no_interpolation(pdf: Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, Stream) and "/Interpolate" in item:
            del item["/Interpolate"]


def _metadata(pdf: Pdf, templates: Environment) -> None:
    """The description of the file (XMP), with both standards named, and stored without a filter as PDF/A asks."""
    about = {name: str(pdf.docinfo[f"/{name}"]) for name in ("Title", "Author", "Creator", "Producer")}
    made = str(pdf.docinfo.CreationDate)[2:10]
    date = f"{made[:4]}-{made[4:6]}-{made[6:]}T00:00:00Z"
    xmp = render(templates, "pack/xmp.xml.j2", date=date, lang=str(pdf.Root.Lang), **about)
    pdf.Root.Metadata = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)


def _carry(pdf: Pdf, text: str) -> None:
    """Attach what the pack was made from, as PDF/A-3 asks: an associated file of the document, with its kind and its relationship."""
    data = text.encode()
    pdf.attachments[FILE_NAME] = AttachedFileSpec(
        pdf, data, filename=FILE_NAME, description=DESCRIPTION, mime_type=MEDIA_TYPE, relationship=Name.Source
    )
    pdf.Root.AF = Array([pdf.attachments[FILE_NAME].obj])
