"""The chapters of a pack as Word sets them, one function for each kind of part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.documents.charts.organisation_svg import chart_key
from generator.documents.formats.docx.markup import Xml
from generator.documents.formats.docx.numbering import list_properties
from generator.documents.formats.docx.picture import chart_picture
from generator.documents.formats.docx.tables import NUMBER_ROOM, criteria_table, facts_table, practices_table, rows_table
from generator.documents.formats.docx.writer import WordWriter
from generator.documents.packs.labels import ApplyLabels
from generator.documents.packs.model import Advert, Group, Pack, Part
from generator.knowledge.drafts.names import control_tag
from generator.knowledge.model import Contact

Setter = Callable[[WordWriter, Pack], Iterator[Xml]]
"""Sets what stands under a part's heading."""

_FIRST = '<w:spacing w:before="0"/>'
"""No space above: for a heading right below another."""


def bookmark(part: Part) -> str:
    """The name by which the contents find a part. Word hides bookmarks that begin so, and takes 40 characters."""
    return f"_Toc_{part.id}".replace("-", "_")[:40]


def chapters(manuscript: WordWriter, pack: Pack) -> Iterator[Xml]:
    """Every part in order, each under its heading. The first stands on a new page already."""
    for index, part in enumerate(pack.parts):
        manuscript.part = part
        turned = f"<w:pageBreakBefore/>{_FIRST}" if part.new_page and index else "" if index else _FIRST
        yield manuscript.heading(1, part.heading, name=bookmark(part), properties=turned)
        yield from SETTERS[part.kind](manuscript, pack)


def _role(m: WordWriter, pack: Pack) -> Iterator[Xml]:
    for sentence in pack.role.in_three_lines:
        yield m.said("Opening Lines", sentence)
    yield m.heading(2, pack.labels.key_facts)
    yield facts_table(m, pack.facts, pack.labels.key_facts)
    yield m.heading(2, pack.labels.who_with_whom)
    yield chart_picture(m, pack.chart)
    beside = m.text_control(control_tag("fill", "works_with"), "Who you work with", pack.role.works_with)
    yield m.paragraph("Small Print", beside, m.words(f" {chart_key(pack.chart, pack.labels.chart)}"))


def _network(m: WordWriter, pack: Pack) -> Iterator[Xml]:
    network, words = pack.network, pack.labels.practices
    if network is None:
        return
    yield m.heading(2, words.who_we_are, properties=_FIRST)
    for paragraph in network.profile:
        yield m.said("Body Text", paragraph)
    if not network.known_practices:
        return
    yield m.heading(2, words.our_practices)
    yield practices_table(m, network, words)
    code = f" {words.network_code.format(code=network.ods_code)}" if network.ods_code else ""
    yield m.said("Small Print", f"{words.counted.format(when=network.populations_as_of)}{code}")


def _job(m: WordWriter, pack: Pack) -> Iterator[Xml]:
    for index, group in enumerate(pack.groups):
        instance = m.lists.numbers(f"{group.number}.%1", m.list_edge) if group.number else m.lists.bullets(m.list_edge)
        yield from _group(m, group, instance, first=index == 0)


def _group(m: WordWriter, group: Group, instance: int, *, first: bool = False) -> Iterator[Xml]:
    """A group and those within it, which count on."""
    yield m.heading(2 + group.depth, group.heading, properties=_FIRST if first else "")
    if group.intro:
        yield m.said("Body Text", group.intro, "<w:keepNext/>" if group.items else "")
    for item in group.items:
        style = "List Number" if group.number else "List Bullet"
        yield m.sentence_control("statement", item.statement.id, style, item.statement.text, list_properties(instance))
    for inner in group.groups:
        yield from _group(m, inner, instance)


def _training(m: WordWriter, pack: Pack) -> Iterator[Xml]:
    training = pack.training
    if training is None:
        return
    yield rows_table(m, pack.training_facts, m.part.heading)
    for index, note in enumerate(training.notes):
        yield m.said("Body Text", note, '<w:spacing w:before="150"/>' if index == 0 else "")


def _clauses(m: WordWriter, pack: Pack) -> Iterator[Xml]:
    for index, clause in enumerate(pack.clauses):
        yield m.heading(2, clause.heading, properties=_FIRST if index == 0 else "")
        yield m.sentence_control("clause", clause.id, "Body Text", clause.text, "<w:keepLines/>")


def _specification(m: WordWriter, pack: Pack) -> Iterator[Xml]:
    yield m.said("Body Text", pack.labels.criteria.lead)
    instance = m.lists.numbers("%1", NUMBER_ROOM, NUMBER_ROOM)
    for category in pack.categories:
        yield m.heading(2, category.heading)
        yield criteria_table(m, category, instance, pack.labels.criteria)


def _pay(m: WordWriter, pack: Pack) -> Iterator[Xml]:
    yield rows_table(m, pack.pay, m.part.heading)


def _apply(m: WordWriter, pack: Pack) -> Iterator[Xml]:
    advert, words = pack.advert, pack.labels.apply
    if advert is None:
        return
    yield m.said("Body Text", " ".join(advert.how))
    yield m.heading(2, words.key_dates)
    yield rows_table(m, advert.dates, words.key_dates)
    if advert.contact:
        yield m.heading(2, words.talk)
        yield _contact(m, advert, advert.contact, words)
    if pack.adjustments:
        yield m.heading(2, words.adjustments)
        yield m.paragraph("Body Text", m.text_control(control_tag("fill", "adjustments"), words.adjustments, pack.adjustments))


def _contact(m: WordWriter, advert: Advert, contact: Contact, words: ApplyLabels) -> Xml:
    """Whom to talk to. The address is no link: LibreOffice 7.4 gives a page with links an order of tabs that fails PDF/UA."""
    before, _, after = words.contact.partition("{name}")
    found = m.text_control(control_tag("fill", "contact"), "Contact", advert.person)
    runs = [m.words(before), found, m.words(after)]
    for said, field, value in ((words.phone, "phone", contact.phone), (words.email, "email", contact.email)):
        before, _, after = said.partition(f"{{{field}}}")
        if value:
            control = m.text_control(control_tag("fill", f"contact_{field}"), field.capitalize(), value, "Strong")
            runs += [m.words(f" {before}"), control, m.words(after)]
    return m.paragraph("Body Text", *runs)


def _promise(m: WordWriter, pack: Pack) -> Iterator[Xml]:
    instance = m.lists.numbers("%1", m.list_edge)
    for index, sentence in enumerate(pack.promise):
        whole = "<w:keepNext/>" if index < len(pack.promise) - 1 else ""
        yield m.said("List Number", sentence, f"{whole}{list_properties(instance)}")


def _control(m: WordWriter, pack: Pack) -> Iterator[Xml]:
    yield facts_table(m, pack.control, m.part.heading)


SETTERS: Mapping[str, Setter] = {
    "role": _role, "network": _network, "job": _job, "training": _training, "clauses": _clauses, "specification": _specification,
    "pay": _pay, "apply": _apply, "promise": _promise, "control": _control,
}  # fmt: skip
"""How each kind of part is set."""
