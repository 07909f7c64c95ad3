"""Check that a finished site and its files contain nothing harmful, whatever is in the data."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZipFile

from lxml import etree, html
from openpyxl import load_workbook
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from tests.hostile.payloads import CANARY, PRODUCT

SCHEMES = {"", "http", "https", "mailto", "tel", "sms"}
FETCHED = {"src", "srcset", "poster", "background", "data", "xlink:href"}
GOES = {"href", "action", "formaction", "cite", "ping"}
HIDDEN = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What turns text around, or is obeyed where it is shown."""

JOINS = re.compile("[\n\u200c\u200d\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f]")
"""Ends of lines, what joins letters of some scripts and parts of an emoji, and marks that a script writes around its figures."""

SAFE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9 ._-]{0,119}")
"""What a folder or file in a zip is called: also after a title that data chose."""

LINK = 0xA
"""How the mode of an entry begins that is a link."""

REFUSED_TAGS = {"iframe", "object", "embed", "base", "frame", "applet", "math", CANARY}


def unseen(text: str) -> list[str]:
    """Characters that a terminal obeys, that turn text around, or that nobody can see."""
    return [c for c in JOINS.sub("", text) if unicodedata.category(c) in ("Cc", "Cf", "Cs") or c in "\u115f\u1160\u17b4\u17b5\u3164\uffa0"]


def faults_of_page(text: bytes) -> Iterator[str]:
    """Whatever data could have brought into a page: script, style, a tag, an attribute, an address."""
    for element in html.document_fromstring(text).iter():
        if not isinstance(element.tag, str):
            if CANARY in str(element.text):
                yield f"comment {element.text}"
            continue
        name = element.tag
        if name == "script" and element.get("type") == "application/ld+json":
            yield from _faults_of_posting(str(element.text))
            continue
        if name in REFUSED_TAGS or (name in ("script", "style") and (element.text or not str(element.get("src", "")).endswith(".js"))):
            yield f"<{name}> {element.text}"
        for attribute, value in element.attrib.items():
            yield from _fault_of_attribute(name, str(attribute).lower(), str(value))


def _faults_of_posting(text: str) -> Iterator[str]:
    """What is told to search engines: data, which no browser runs, and which cannot end the element that it stands in."""
    if set("<>&") & set(text) or json.loads(text)["@type"] != "JobPosting":
        yield f"<script> {text}"


def _fault_of_attribute(name: str, attribute: str, value: str) -> Iterator[str]:
    if attribute.startswith("on") or attribute in ("style", "srcdoc", CANARY):
        yield f"<{name} {attribute}={value}>"
    address = re.sub(r"[\x00-\x20]", "", value).lower()
    if attribute in GOES | FETCHED and urlsplit(address).scheme not in SCHEMES:
        yield f"<{name} {attribute}={value}>"
    if attribute in FETCHED and (urlsplit(address).scheme or address.startswith("//")):
        yield f"<{name} {attribute}={value}> is fetched from elsewhere"
    if attribute in ("href", "action") and name in ("link", "form", "use", "image") and (urlsplit(address).netloc):
        yield f"<{name} {attribute}={value}> is fetched from elsewhere"


def faults_of_site(site: Path) -> Iterator[str]:
    """Every fault of every file of a site."""
    for path in sorted(p for p in site.rglob("*") if p.is_file()):
        name, content = path.relative_to(site).as_posix(), path.read_bytes()
        if CANARY in name:
            yield f"{name}: a name that data chose"
        if path.suffix not in (".zip", ".gz", ".png") and PRODUCT.encode() in content:
            yield f"{name}: a template ran what the data says"
        yield from (f"{name}: {fault}" for fault in faults_of_file(path.suffix, content))


def faults_of_file(suffix: str, content: bytes) -> Iterator[str]:
    """The faults of a file of a kind."""
    if suffix == ".html":
        yield from faults_of_page(content)
    if suffix in (".json", ".webmanifest"):
        json.loads(content)
    if suffix in (".svg", ".xml"):
        root = etree.fromstring(content)
        yield from (f"<{element.tag}>" for element in root.iter() if isinstance(element.tag, str) and CANARY in element.tag)
    if suffix == ".csv":
        yield from (f"formula {cell}" for cell in re.findall(r'(?m)(?:^|,)"?([=+@\t-][^,]*canary[^,]*)', content.decode()))
    if suffix == ".docx":
        yield from _faults_of_word(content)
    if suffix == ".xlsx":
        yield from _faults_of_workbook(content)
    if suffix == ".pdf":
        yield from _faults_of_pdf(content)
    if suffix == ".zip":
        yield from _faults_of_zip(content)
    if suffix == ".txt" and (found := HIDDEN.findall(content.decode("utf-8-sig"))):
        yield f"hides {found}"


def _faults_of_zip(content: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(content)) as packed:
        for entry in packed.infolist():
            name = entry.filename
            if entry.external_attr >> 28 == LINK or not all(SAFE.fullmatch(part) for part in name.split("/")):
                yield f"{name}: a name that leads elsewhere, or that a system may refuse"
            yield from (f"{name}: {fault}" for fault in faults_of_file(Path(name).suffix, packed.read(entry)))


def _faults_of_word(content: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(content)) as parts:
        for name in parts.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(parts.read(name))
            yield from (f"{name}: <{e.tag}>" for e in root.iter() if isinstance(e.tag, str) and CANARY in e.tag)
            for relation in root.iter("{*}Relationship"):
                target = relation.get("Target", "")
                if relation.get("TargetMode") == "External" and not target.startswith(("http://", "https://", "mailto:", "tel:")):
                    yield f"{name}: leads to {target}"
            for code in root.iter("{*}instrText"):
                if CANARY in (code.text or ""):
                    yield f"{name}: field {code.text}"


def _faults_of_workbook(content: bytes) -> Iterator[str]:
    for sheet in load_workbook(BytesIO(content)):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f" and CANARY in str(cell.value):
                    yield f"{sheet.title}!{cell.coordinate}: formula {cell.value}"
                if cell.hyperlink and not str(cell.hyperlink.target or "http:").startswith(("http:", "https:", "mailto:", "tel:", "#")):
                    yield f"{sheet.title}!{cell.coordinate}: link {cell.hyperlink.target}"


ACTS = {"/JavaScript", "/JS", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/RichMedia", "/Rendition"}


def _faults_of_pdf(content: bytes) -> Iterator[str]:
    seen: set[int] = set()
    reader = PdfReader(BytesIO(content))
    queue: list[Any] = [reader.trailer]
    while queue:
        found = queue.pop()
        if isinstance(found, IndirectObject):
            if found.idnum in seen:
                continue
            seen.add(found.idnum)
            found = found.get_object()
        if isinstance(found, DictionaryObject):
            if found.get("/S") in ACTS or found.get("/Subtype") in ACTS or ACTS & set(found):
                yield f"acts: {sorted(map(str, found))}"
            address = str(found.get("/URI", "http:"))
            if not isinstance(found.get("/URI"), DictionaryObject) and urlsplit(address.lower()).scheme not in SCHEMES - {""}:
                yield f"leads to {address}"
            queue += found.values()
        elif isinstance(found, list):
            queue += found
