"""Changes of two sides of a YAML file come together field by field. Comments and order stay; a field that both changed is a conflict."""

from __future__ import annotations

import random

import pytest
import yaml

from generator.knowledge.reading.field_merge import FieldConflict, NotMergeable, merge_fields

THEN = """\
# What people need
id: needs
note: old
needs:
  # Above money
  - id: money
    label: Money
    words: [debt, bills]
    why: >-
      A long
      text.
  - {id: sleep, label: Sleep}
  - id: food
    label: Food
end: x
"""


def changed(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


HERE = changed(THEN, ("label: Money", "label: Cash # as we say"), ("bills]", "bills, rent]"), ("end: x", "# Ours\nmine: 1\nend: x"))


def test_different_fields_come_together_with_comments_and_order() -> None:
    food = "  - id: food\n    label: Food\n"
    now = changed(
        THEN, ("note: old", "note: new"), ("bills]", "arrears]"), ("label: Sleep", "label: Sleeping"), ("      text.", "      words."),
        (food, "  # So cold\n  - id: warm\n    label: Warm\n"),
    )  # fmt: skip
    merged = merge_fields(THEN, HERE, now)
    assert merged.text == changed(
        HERE, ("note: old", "note: new"), ("debt, bills, rent]", "debt, arrears, rent]"), ("label: Sleep", "label: Sleeping"),
        ("      text.", "      words."), (food, "  # So cold\n  - id: warm\n    label: Warm\n"),
    )  # fmt: skip
    assert merged.conflicts == []
    assert "needs[money].words[arrears]" in merged.taken


def test_a_field_that_both_changed_is_a_conflict_until_ours_is_taken() -> None:
    now = changed(THEN, ("label: Money", "label: Funds"), ("note: old", "note: new"))
    merged = merge_fields(THEN, HERE, now)
    assert merged.conflicts == [FieldConflict("needs[money].label", "label: Cash", "label: Funds")]
    assert merged.text == changed(HERE, ("note: old", "note: new"))
    assert "label: Funds # as we say" in merge_fields(THEN, HERE, now, take=True).text


def test_what_one_side_deleted_and_the_other_changed_is_a_conflict() -> None:
    without = changed(THEN, ("  - {id: sleep, label: Sleep}\n", ""))
    slept = changed(THEN, ("label: Sleep", "label: Sleeping"))
    assert merge_fields(THEN, without, slept).conflicts == [FieldConflict("needs[sleep]", "", "{id: sleep, label: Sleeping}")]
    assert merge_fields(THEN, slept, without).conflicts == [FieldConflict("needs[sleep]", "{id: sleep, label: Sleeping}", "")]
    assert merge_fields(THEN, without, changed(THEN, ("end: x", "end: y"))).text == changed(without, ("end: x", "end: y"))


def test_one_text_of_a_list_that_both_reworded_is_a_conflict() -> None:
    merged = merge_fields(THEN, changed(THEN, ("bills", "invoices")), changed(THEN, ("bills", "demands")))
    assert [one.field for one in merged.conflicts] == ["needs[money].words"]


LISTS = {"flow": "[{}]", "block": "\n{}"}


def listed(style: str, entries: str, beside: str = "1") -> str:
    """A file with a list, each of whose letters is an entry, and a field beside it."""
    written = ", ".join(entries) if style == "flow" else "".join(f"  # On {one}\n  - {one}\n" for one in entries)
    return f"beside: {beside}\nlist: {LISTS[style].format(written)}\n"


@pytest.mark.parametrize("style", LISTS)
@pytest.mark.parametrize(
    ("then", "here", "now", "wanted"),
    [
        ("ab", "ab", "db", "db"), ("ab", "ab", "de", "de"), ("a", "a", "d", "d"), ("abc", "abc", "a", "a"), ("abc", "abc", "adec", "adec"),
        ("abc", "abcx", "db", "dbx"), ("abc", "xabc", "a", "xa"), ("abcd", "abcdx", "d", "dx"), ("abc", "xabc", "b", "xb"),
        ("ab", "xb", "abd", "xbd"),
    ],
)  # fmt: skip
def test_entries_of_a_list_are_replaced_wherever_they_are(style: str, then: str, here: str, now: str, wanted: str) -> None:
    merged = merge_fields(listed(style, then), listed(style, here, "2"), listed(style, now))
    assert merged.text == listed(style, wanted, "2")
    assert merged.conflicts == []


def test_entries_come_into_a_list_that_is_empty_here() -> None:
    assert merge_fields(listed("flow", "a"), listed("flow", ""), listed("flow", "abc")).text == listed("flow", "bc")
    assert merge_fields(listed("flow", ""), listed("flow", "", "2"), listed("flow", "bc")).text == listed("flow", "bc", "2")


def test_a_field_takes_the_place_of_the_first_with_the_comments_on_it() -> None:
    assert merge_fields("a: 1\nb: 2\n", "# On a\na: 1\nb: 3\n", "# On d\nd: 1\nb: 2\n").text == "# On d\nd: 1\nb: 3\n"


@pytest.mark.parametrize("broken", ["", "id: [", "- a\n- a\n"])
def test_what_cannot_be_merged_is_left(broken: str) -> None:
    with pytest.raises(NotMergeable):
        merge_fields(THEN, broken, changed(THEN, ("end: x", "end: y")))


def test_any_changes_of_different_fields_give_the_same_as_both_in_turn() -> None:
    chance = random.Random(19)
    lines = [f"field-{number}: value {number}" for number in range(12)]
    for _ in range(100):
        fields = chance.sample(range(12), 6)
        sides = []
        for chosen in (fields[:3], fields[3:]):
            side = dict(enumerate(lines))
            for number in chosen:
                other = (f"field-{number}: |\n  other\n  words", f"field-{number}: [a, b]", "", f"{lines[number]}\nnew-{number}: 1")
                side[number] = chance.choice(other)
            sides.append(side)
        both = {number: sides[0][number] if sides[0][number] != lines[number] else sides[1][number] for number in range(12)}
        every = (dict(enumerate(lines)), *sides, both)
        then, here, now, wanted = ("".join(f"{line}\n" for line in side.values() if line) for side in every)
        merged = merge_fields(then, here, now)
        assert merged.conflicts == []
        assert yaml.safe_load(merged.text) == yaml.safe_load(wanted)
