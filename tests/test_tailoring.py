"""The laws of tailoring, held over overlays made at random on the real roles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.knowledge.library.library import Library
from generator.knowledge.model import Fill, Network, Overlay, PersonSpecification, Role
from generator.knowledge.reading.yaml_file import parse
from generator.knowledge.tailoring.alterations import deep_sections, in_print_order
from generator.knowledge.tailoring.clause_order import clause_order, printed_clauses
from generator.knowledge.tailoring.tailor import Tailored, tailor
from generator.knowledge.tailoring.tailor import filled_blanks as filled_in
from generator.knowledge.tailoring.traces import traced
from generator.problems import HIDDEN
from tests.ours import LIBRARY
from tests.tiers import examples

DATA = Path(__file__).parents[1] / "data"
ROLES = sorted(LIBRARY.roles)

FILLS: dict[str, st.SearchStrategy[object]] = {
    "hours": st.sampled_from(["30 a week", "Full time"]),
    "works_with": st.just("You will work with the whole team."),
    "contract": st.sampled_from(["Permanent", "12 months"]),
    "holiday": st.just("27 days a year."),
    "supervision": st.just("Every month"),
    "bases": st.just([{"name": "Northgate Surgery"}]),
    "manages": st.just([]),
    "reports_to": st.just([{"kind": "manages", "who": "Clinical director", "where": "Example network"}]),
    "in_three_lines": st.just(["You help adults.", "You work with practices."]),
    "partners": st.sampled_from([[], [{"name": "Example County Council", "does": "funds"}]]),
    "checks": st.just(["Two references"]),
    "high_cost_area": st.sampled_from(["none", "fringe"]),
}

WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=30).filter(lambda t: not HIDDEN.search(t))
"""Letters and figures that can be seen: two scripts have some that show nothing."""


@dataclass(frozen=True)
class Drawn:
    """An overlay as a network's file holds it, and every name that it speaks of."""

    value: dict[str, object]
    names: frozenset[str]

    @property
    def overlay(self) -> Overlay:
        return Overlay.model_validate({**self.value, "updated": date(2026, 11, 1), "review_by": date(2027, 11, 1)})


def role_of(name: str) -> tuple[Role, PersonSpecification]:
    return LIBRARY.roles[name], LIBRARY.specifications[name]


@st.composite
def overlays(draw: st.DrawFn, name: str, prefix: str = "own") -> Drawn:
    """An overlay without mistakes. The ids it adds begin with `prefix`."""
    role, specification = role_of(name)
    names: set[str] = set()
    ids = [s.id for s in in_print_order(role, specification)]
    changed = draw(st.lists(st.sampled_from(ids), unique=True, max_size=6))
    cut = draw(st.integers(0, len(changed)))
    if draw(st.booleans()):
        emptied = [c.id for c in draw(st.sampled_from(specification.categories)).criteria]
        changed = [*emptied, *(i for i in changed if i not in emptied)]
        cut = max(cut, len(emptied))
    names.update(changed)
    because = "Because we do."
    value: dict[str, object] = {
        "role": name,
        "drop": [{"id": i, "because": because} for i in changed[:cut]],
        "reword": [
            {"id": i, "because": because, "text": draw(WORDS) + " anew.", "still_meets": draw(st.booleans())} for i in changed[cut:]
        ],
    }
    parts = {s.id: [x.id for x in s.statements] for s in deep_sections(role.sections)}
    categories = {c.id: [x.id for x in c.criteria] for c in specification.categories}
    dropped = set(changed[:cut])
    value["add_sections"] = _sections_added(draw, [s.id for s in role.sections], f"{prefix}-section", names)
    parts |= {str(section["id"]): [] for section in value["add_sections"]}  # type: ignore[attr-defined]
    value["move"] = [*_moved(draw, parts, dropped, names), *_moved(draw, categories, dropped, names)]
    value["add"] = _added(draw, parts, "section", f"{prefix}-statement", dropped, names, {})
    scored = {"level": "desirable", "assessed_by": ["interview"]}
    value["add_criteria"] = _added(draw, categories, "category", f"{prefix}-criterion", dropped, names, scored)
    renamed = draw(st.lists(st.sampled_from([s.id for s in deep_sections(role.sections)]), unique=True, max_size=2))
    value["rename"] = [{"id": i, "heading": draw(WORDS), "because": because} for i in renamed]
    names.update(f"the heading of {i}" for i in renamed)
    clauses = draw(st.lists(st.sampled_from(role.clauses), unique=True, max_size=3))
    value["drop_clauses"] = [{"id": i, "because": because} for i in clauses]
    spare = sorted(LIBRARY.clauses.keys() - set(role.clauses))
    more = draw(st.lists(st.sampled_from(spare), unique=True)) if spare else []
    value["add_clauses"] = [{"id": i, "because": because} for i in more]
    names.update([*(f"the clause {i}" for i in clauses), *(["the end of the clauses"] if more else [])])
    fields = draw(st.lists(st.sampled_from(sorted(FILLS)), unique=True, max_size=4))
    value["fill"] = {field: draw(FILLS[field]) for field in fields}
    return Drawn(value, frozenset(names | set(fields)))


def _sections_added(draw: st.DrawFn, known: list[str], prefix: str, names: set[str]) -> list[dict[str, object]]:
    """Sections, each beside one of the role or one that is added before it."""
    made: list[dict[str, object]] = []
    for number in range(draw(st.integers(0, 2))):
        own = f"{prefix}-{number}"
        item: dict[str, object] = {"id": own, "heading": draw(WORDS), "because": "Because we do."}
        side = draw(st.sampled_from(["after", "before", "last"]))
        if side != "last":
            item[side] = draw(st.sampled_from(known))
        names.update({own, f"section {item.get(side, 'last')}"})
        known = [*known, own]
        made.append(item)
    return made


def _moved(draw: st.DrawFn, parts: dict[str, list[str]], dropped: set[str], names: set[str]) -> list[dict[str, object]]:
    """Moves, each beside what stays or is placed already. `parts` is left as it is once the moves are made."""
    home = {i: part for part, ids in parts.items() for i in ids if i not in dropped}
    moved = draw(st.lists(st.sampled_from(sorted(home)), unique=True, max_size=4)) if home else []
    for i in moved:
        parts[home[i]].remove(i)
    made: list[dict[str, object]] = []
    for i in moved:
        part = draw(st.sampled_from([home[i], *sorted(parts)]))
        beside = [other for other in parts[part] if other not in dropped]
        item: dict[str, object] = {"id": i, "because": "Because we do.", **({} if part == home[i] else {"to": part})}
        side = draw(st.sampled_from(["after", "before", "last"]))
        if side != "last" and beside:
            item[side] = draw(st.sampled_from(beside))
        names.update({i, str(item.get(side, f"the end of {part}"))})
        parts[part].append(i)
        made.append(item)
    return made


def _added(
    draw: st.DrawFn, parts: dict[str, list[str]], key: str, prefix: str, dropped: set[str], names: set[str], more: dict[str, object]
) -> list[dict[str, object]]:
    made: list[dict[str, object]] = []
    for number in range(draw(st.integers(0, 4))):
        part = draw(st.sampled_from(sorted(parts)))
        own = f"{prefix}-{number}"
        beside = [i for i in parts[part] if i not in dropped] + [str(m["id"]) for m in made if m[key] == part]
        item: dict[str, object] = {"id": own, key: part, "text": draw(WORDS) + " added.", "because": "Because we do.", **more}
        side = draw(st.sampled_from(["after", "before", "last"]))
        if side != "last" and beside:
            item[side] = draw(st.sampled_from(beside))
            names.add(str(item[side]))
        else:
            names.add(f"the end of {part}")
        names.add(own)
        made.append(item)
    return made


def laid(overlay: Overlay, on: Tailored | None = None) -> Tailored:
    role, specification = (on.role, on.specification) if on else role_of(overlay.role)
    return tailor(role, specification, overlay, on.fill if on else Fill())


def same(one: Tailored, other: Tailored) -> bool:
    return (one.role, one.specification, one.fill) == (other.role, other.specification, other.fill)


role_names = pytest.mark.parametrize("name", ROLES)
often = settings(max_examples=examples(50), deadline=None)


@role_names
def test_an_empty_overlay_changes_nothing(name: str) -> None:
    tailored = laid(Drawn({"role": name}, frozenset()).overlay)
    assert (tailored.role, tailored.specification) == role_of(name)
    assert not tailored.alterations
    assert not tailored.sentences
    assert not tailored.fields
    assert not tailored.may_need_matching
    assert tailored.as_printed() == tailored


@role_names
@often
@given(data=st.data())
def test_twice_is_once(name: str, data: st.DataObject) -> None:
    overlay = data.draw(overlays(name)).overlay
    once = laid(overlay)
    assert same(once, laid(overlay, on=once))


@role_names
@often
@given(data=st.data())
def test_overlays_on_different_names_commute(name: str, data: st.DataObject) -> None:
    one, other = data.draw(overlays(name, "one")), data.draw(overlays(name, "other"))
    other = _without(other, one.names)
    assert same(laid(other.overlay, on=laid(one.overlay)), laid(one.overlay, on=laid(other.overlay)))


def _without(drawn: Drawn, names: Iterable[str]) -> Drawn:
    """The overlay without what speaks of the names of another: what is left shares nothing with it, neighbours included."""
    names = set(names)
    value = dict(drawn.value)
    for key in ("drop", "reword"):
        value[key] = [item for item in value[key] if item["id"] not in names]  # type: ignore[attr-defined]
    value["drop_clauses"] = [item for item in value["drop_clauses"] if f"the clause {item['id']}" not in names]  # type: ignore[attr-defined]
    value["add_clauses"] = [] if "the end of the clauses" in names else value["add_clauses"]
    value["rename"] = [item for item in value["rename"] if f"the heading of {item['id']}" not in names]  # type: ignore[attr-defined]
    kept_sections: list[dict[str, object]] = []
    for item in value["add_sections"]:  # type: ignore[attr-defined]
        if f"section {item.get('after') or item.get('before') or 'last'}" in names:
            names |= {item["id"], f"section {item['id']}", f"the end of {item['id']}"}
        else:
            kept_sections.append(item)
    value["add_sections"] = kept_sections
    home = _parts(str(value["role"]))
    for key, part in (("move", "to"), ("add", "section"), ("add_criteria", "category")):
        kept: list[dict[str, object]] = []
        for item in value[key]:  # type: ignore[attr-defined]
            spoken = item.get("after") or item.get("before") or f"the end of {item.get(part) or home[item['id']]}"
            if spoken in names or item["id"] in names or item.get(part) in names:
                names.add(item["id"])
            else:
                kept.append(item)
        value[key] = kept
    value["fill"] = {name: given for name, given in value["fill"].items() if name not in names}  # type: ignore[attr-defined]
    return Drawn(value, drawn.names - names)


def _parts(name: str) -> dict[str, str]:
    """The section or category of each sentence of a role."""
    role, specification = role_of(name)
    found = {s.id: section.id for section in deep_sections(role.sections) for s in section.statements}
    return found | {c.id: category.id for category in specification.categories for c in category.criteria}


@role_names
@often
@given(data=st.data())
def test_every_change_is_told_and_nothing_else_changed(name: str, data: st.DataObject) -> None:
    overlay = data.draw(overlays(name)).overlay
    tailored = laid(overlay)
    before = {s.id: s for s in in_print_order(*role_of(name))}
    after = {s.id: s for s in in_print_order(tailored.role, tailored.specification)}
    moved = {a.id for a in tailored.alterations if a.kind == "moved"}
    headings = [{s.id: s.heading for s in deep_sections(role.sections)} for role in (role_of(name)[0], tailored.role)]
    renamed = {a.id: a.after for a in tailored.alterations if a.kind == "renamed"}
    left = {a.id for a in tailored.alterations if a.kind == "clause-dropped"}
    more = [a.id for a in tailored.alterations if a.kind == "clause-added"]
    assert tailored.role.clauses == [i for i in role_of(name)[0].clauses if i not in left] + more
    assert (left, more) == ({i.id for i in overlay.drop_clauses}, [i.id for i in overlay.add_clauses])
    own = {a.id: a.after for a in tailored.alterations if a.kind == "section-added"}
    assert own == {section.id: section.heading for section in overlay.add_sections}
    assert headings[1] == headings[0] | renamed | own
    assert [i for i in headings[1] if i not in own] == list(headings[0]), "the role’s own sections stand in their old order"
    told = {a.id: a for a in tailored.alterations if a.kind in ("added", "dropped", "reworded")}
    assert moved == {move.id for move in overlay.move}
    still = [[i for i in order if i in before.keys() & after.keys() and i not in moved] for order in (before, after)]
    assert still[0] == still[1], "what nobody moved stands in its old order"
    assert {i for i, a in told.items() if a.kind == "added"} == after.keys() - before.keys()
    assert {i for i, a in told.items() if a.kind == "dropped"} == before.keys() - after.keys()
    assert {i for i, a in told.items() if a.kind == "reworded"} == {i for i in before.keys() & after.keys() if before[i] != after[i]}
    assert tailored.sentences.keys() == {i for i, a in told.items() if a.kind != "dropped"}
    for i, alteration in told.items():
        assert alteration.after == (after[i].text if i in after else "")
        assert alteration.before == (before[i].text if i in before else "")
    assert tailored.may_need_matching == any(getattr(after.get(i) or before[i], "duty", False) for i in told)


@role_names
@often
@given(data=st.data())
def test_no_heading_is_printed_alone(name: str, data: st.DataObject) -> None:
    printed = laid(data.draw(overlays(name)).overlay).as_printed()
    assert all(section.statements or section.sections for section in deep_sections(printed.role.sections))
    assert all(category.criteria for category in printed.specification.categories)


@role_names
@often
@given(data=st.data())
def test_neighbours_are_where_they_were_asked_to_be(name: str, data: st.DataObject) -> None:
    overlay = data.draw(overlays(name)).overlay
    order = [s.id for s in in_print_order(laid(overlay).role, laid(overlay).specification)]
    for added in (*overlay.move, *overlay.add, *overlay.add_criteria):
        if added.after:
            assert order.index(added.after) < order.index(added.id)
        if added.before:
            assert order.index(added.id) < order.index(added.before)
    headings = [section.id for section in laid(overlay).role.sections]
    for section in overlay.add_sections:
        if section.after:
            assert headings.index(section.after) < headings.index(section.id)
        if section.before:
            assert headings.index(section.id) < headings.index(section.before)


class Plain(yaml.SafeDumper):
    """As a person writes: nothing refers to something written elsewhere."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def network_file(drawn: Drawn) -> str:
    """The network as somebody would write it."""
    head = {
        "id": "drawn",
        "name": "Drawn",
        "status": "fictional",
        "profile": ["Drawn at random."],
        "practices": [{"ods_code": "Z99001", "name": "Drawn Surgery", "population": 1}],
        "populations_as_of": "1 October 2026",
        "updated": date(2026, 11, 1),
        "defaults": {"pension": "You can join the NHS Pension Scheme."},
        "roles": [{**drawn.value, "updated": date(2026, 11, 1), "review_by": date(2027, 11, 1)}],
    }
    return yaml.dump(head, Dumper=Plain, allow_unicode=True, sort_keys=False, width=10_000)


def read_network(text: str) -> Library:
    """The real library with one more network, read from its text as the command reads it."""
    document, problems = parse(text.encode(), "data/networks/drawn.yaml")
    assert not problems
    network = Network.model_validate(document.value)
    documents = {**LIBRARY.documents, (Network, "drawn"): document}
    return Library({**LIBRARY.records, Network: {"drawn": network}}, documents, LIBRARY.broken)


@role_names
@often
@given(data=st.data())
def test_every_value_leads_back_to_its_line(name: str, data: st.DataObject) -> None:
    library = read_network(network_file(data.draw(overlays(name))))
    found = traced(library, library.networks["drawn"], 0)
    own = {a.id for a in found.tailored.alterations if a.new_words}
    for sentence in in_print_order(found.tailored.role, found.tailored.specification):
        place = found.sentence(sentence.id)
        assert (place.file == "data/networks/drawn.yaml") == (sentence.id in own)
        assert place.line > 0
        if sentence.id in own:
            assert yaml.safe_load(place.text.strip().removeprefix("text:")) == sentence.text
    for field in filled_in(found.tailored.fill):
        place = found.field(field)
        assert place.file == "data/networks/drawn.yaml"
        value = getattr(found.tailored.fill, field)
        assert not isinstance(value, str) or yaml.safe_load(place.text.strip().removeprefix(f"{field}:")) == value
    for field in ("title", "band", "summary"):
        assert found.field(field).file == f"data/roles/{name}.yaml"


def test_added_clauses_come_where_other_roles_have_them() -> None:
    band_4, other = "primary-care-mental-health-worker-band-4", "registration-and-conduct"
    own, model = LIBRARY.roles[band_4].clauses, LIBRARY.roles["mental-health-practitioner-band-7"].clauses
    assert printed_clauses(LIBRARY, band_4, [*own, other]) == model
    assert printed_clauses(LIBRARY, band_4, [*own[9:], other]) == [other, *own[9:]], "its neighbour may be left out"
    assert printed_clauses(LIBRARY, band_4, own[3:]) == own[3:]
    assert printed_clauses(LIBRARY, band_4, ["nobodys", other]) == [other, "nobodys"]


def test_clauses_of_all_roles_have_one_order() -> None:
    roles = {"small": ["a", "new", "c"], "large": ["a", "b", "c", "d"], "third": ["first", "a"]}
    assert clause_order(roles) == ["first", "a", "new", "b", "c", "d"]
