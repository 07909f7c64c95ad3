"""Packs that no one should write, and that must look right all the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.documents.packs.model import (
    Box,
    Chart,
    CriteriaTable,
    Group,
    Numbered,
    NumberedCriterion,
    Pack,
    Part,
)
from generator.documents.packs.numbering import criteria_tables, numbered_groups
from generator.knowledge.model import Category, Section, Statement, Training

LONG_TITLE = "Senior Primary Care Mental Health Practitioner for Children, Young People and Families"
HOSTILE = (
    "Use <img src=x onerror=alert(1)>, </li></ol> & &amp; \"quotes\" 'and' {{ 7 * 7 }} {% raw %} in plain text, http://example.org/a.png"
)
SENTENCE = (
    "Work with the whole team, and with people who use the service, so that care is joined up and nobody has to tell their story twice. "
)


def _said(like: Statement, name: str, words: str) -> Statement:
    return like.model_copy(update={"id": name, "text": words.strip()})


def shortest(pack: Pack) -> Pack:
    """One statement, one criterion, one sentence, one line upwards and nothing below."""
    like, criterion = pack.groups[0].items[0].statement, pack.categories[0].lines[0].criterion
    role = pack.role.model_copy(update={"in_three_lines": ["Help people."]})
    group = Group("purpose", "", "Purpose of the role", "", 0, (Numbered("", _said(like, "only", "Help people.")),), ())
    return replace(
        pack, role=role, groups=(group,), clauses=pack.clauses[:1],
        categories=(CriteriaTable("only", "Experience", (NumberedCriterion(1, criterion),)),),
        chart=replace(pack.chart, over=pack.chart.over[:1], under=()), facts=pack.facts[:1], pay=pack.pay[:1], promise=pack.promise[:1],
    )  # fmt: skip


def longest(pack: Pack) -> Pack:
    """A title of three lines, long headings, statements of half a page, a hundred criteria."""
    like, criterion = pack.groups[1].items[0].statement, pack.categories[0].lines[0].criterion
    section = Section.model_construct(
        id="long", heading="Working with everyone who has anything to do with the service " * 2, numbered=True, intro=SENTENCE * 3,
        statements=[_said(like, f"long-{i}", SENTENCE * (1 + i % 14)) for i in range(40)], sections=[],
    )  # fmt: skip
    category = Category.model_construct(
        id="long", heading="Experience, knowledge and everything else that we could think of",
        criteria=[criterion.model_copy(update={"id": f"c-{i}", "text": SENTENCE * (1 + i % 6)}) for i in range(100)],
    )  # fmt: skip
    specification = pack.specification.model_copy(update={"categories": [category]})
    role = pack.role.model_copy(update={"title": LONG_TITLE, "in_three_lines": [SENTENCE] * 4})
    facts = tuple(replace(fact, value=SENTENCE) for fact in pack.facts)
    chart = replace(pack.chart, post=replace(pack.chart.post, title=LONG_TITLE))
    return replace(
        pack, role=role, title=LONG_TITLE, facts=facts, chart=chart,
        groups=numbered_groups([section, *role.sections]), categories=criteria_tables(specification),
    )  # fmt: skip


def nested(pack: Pack) -> Pack:
    """Sections in sections in sections, numbered and not, some with nothing of their own."""
    like = pack.groups[1].items[0].statement

    def section(name: str, depth: int, *, numbered: bool, own: int) -> Section:
        inner = [section(f"{name}-{i}", depth - 1, numbered=numbered, own=2 + i) for i in range(2)] if depth else []
        statements = [_said(like, f"{name}-s{i}", f"{name.title()} {i}. {SENTENCE}") for i in range(own)]
        heading = f"Section {name} of the job"
        return Section(id=name, heading=heading, numbered=numbered, statements=statements, sections=inner)

    sections = [
        section("alpha", 3, numbered=True, own=0), section("beta", 1, numbered=False, own=1), section("gamma", 2, numbered=True, own=3),
    ]  # fmt: skip
    return replace(pack, groups=numbered_groups(sections))


def four_lines(pack: Pack) -> Pack:
    """Four reporting lines with long names, three kinds below."""
    over = (
        Box("Network manager", "Primary care network", "manages"),
        Box("Lead for primary care liaison and urgent mental health response", "Community mental health trust", "supervises-clinically"),
        Box("Professional lead for mental health nursing", "Integrated care board", "supervises-professionally"),
        Box("Clinical director", "Primary care network", "accountable"),
    )
    under = (
        Box("Mental health practitioners", "Band 6", "manages"),
        Box("Primary care mental health workers in all of the practices", "Band 4", "supervises"),
        Box("Students", "On placement", "supervises"),
    )
    return replace(pack, chart=Chart(over, pack.chart.post, under, "Four people stand above this post."))


def many_lines(pack: Pack) -> Pack:
    """More boxes than fit side by side."""
    chart = four_lines(pack).chart
    return replace(pack, chart=replace(chart, over=(*chart.over, Box("Lead GP", "Each practice", "supervises-clinically"))))


def training(pack: Pack) -> Pack:
    """A training post."""
    notes = ["You study on two days a week in term time.", SENTENCE]
    course = Training(provider="A university chosen by the network", award="Postgraduate certificate", starts="September 2027", notes=notes)
    parts = list(pack.parts)
    parts.insert(2, Part("training", "Your training", "Who trains you, and what you hold at the end", "training"))
    return replace(pack, training=course, parts=tuple(parts))


def hostile(pack: Pack) -> Pack:
    """Text that looks like markup, a template or an address."""
    like, first = pack.groups[1].items[0], pack.groups[1]
    items = (replace(like, statement=like.statement.model_copy(update={"text": HOSTILE})), *first.items[1:])
    chart = replace(pack.chart, post=replace(pack.chart.post, title="</text><script>x</script>"), told=f"Told: {HOSTILE}")
    groups = (pack.groups[0], replace(first, heading="<b>Bold</b> & {{ heading }}", items=items), *pack.groups[2:])
    return replace(pack, title="Practitioner <i>&</i> {{ title }}", groups=groups, chart=chart)


EXTREMES: dict[str, Callable[[Pack], Pack]] = {
    change.__name__: change for change in (shortest, longest, nested, four_lines, many_lines, training, hostile)
}
