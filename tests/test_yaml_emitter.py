"""Files of services are written by libyaml where it gives what PyYAML gives, to the byte."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.knowledge.directory.importing.merging import values_of
from generator.knowledge.directory.importing.yaml_emitter import Flow, Quoted, emitted, plainly_emitted
from generator.knowledge.directory.importing.yaml_files import _shaped
from tests.ours import LIBRARY
from tests.tiers import examples

SIGNS = "aB é’–… :#-?,[]{}&*!|>'\"%@`=<~.\\/0139\n\t\u00a0\u2028\U0001f600yesnoull"
WORDS = st.one_of(
    st.text(SIGNS, max_size=12),
    st.text(max_size=8),
    st.lists(st.text("ab:#é’,-'\"? ", min_size=1, max_size=9), min_size=8, max_size=60).map(" ".join),
)
LEAVES = st.one_of(WORDS, WORDS.map(Quoted), st.booleans(), st.integers(-3, 60), st.dates(), st.lists(WORDS, max_size=4).map(Flow))
RECORDS = st.dictionaries(st.sampled_from(["number", "label", "note", "days"]), LEAVES, max_size=4)
LISTS = (st.lists(LEAVES, max_size=4), st.lists(RECORDS, max_size=3), st.fixed_dictionaries({"notes": st.lists(RECORDS, max_size=2)}))
VALUES = st.one_of(LEAVES, RECORDS, *LISTS)


@settings(max_examples=examples(150))
@given(VALUES)
def test_both_emitters_give_the_same(value: Any) -> None:
    assert emitted("summary", value) == plainly_emitted("summary", value)


@pytest.mark.parametrize("service", LIBRARY.services.values(), ids=lambda service: service.id)
def test_our_own_records_are_the_same(service: Any) -> None:
    for name, value in values_of(service).items():
        shaped = _shaped(name, value)
        assert emitted(name, shaped) == plainly_emitted(name, shaped)
