"""A file saved before anything was filled in: what nobody said is in no format of its pack."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.documents.formats.docx.document import write_docx
from generator.documents.formats.nhs_jobs.boxes import NHS_JOBS, fields
from generator.documents.packs.compose import make_network_pack
from generator.documents.packs.model import Pack
from generator.documents.templating.environment import environment
from generator.knowledge.model import Network
from generator.knowledge.reading.schema import validate
from generator.knowledge.reading.yaml_file import parse
from tests.tailor.browser_side import LIBRARY, TODAY, asked
from tests.word.reading import Word

ROLE = "mental-health-practitioner-band-7"
DATES = {"opens": "2026-11-20", "closes": "2027-01-09"}
DRAFTS: dict[str, Any] = {
    "nothing": {"status": "current", "roles": [{"role": ROLE}]},
    "dates without a reference": {"status": "current", "roles": [{"role": ROLE, "vacancies": [DATES]}]},
}
INVENTED = ("A00000", "Z00000", "All practices", "Our practices", "undefined", "None", "NaN")


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the browser makes of each draft."""
    made = asked(tmp_path_factory.mktemp("blank"), ROLE, drafts=list(DRAFTS.values()))["drafts"]
    return dict(zip(DRAFTS, made, strict=True))


def packed(text: str) -> Pack:
    """The pack of a saved file, as the command makes it."""
    document, _ = parse(text.encode(), "draft.yaml")
    network, problems = validate(Network, document, "network")
    assert network, problems
    return make_network_pack(LIBRARY, network, 0, TODAY)


@pytest.mark.parametrize("name", DRAFTS)
def test_what_nobody_said_is_printed_nowhere(name: str, answers: dict[str, Any], tmp_path: Path) -> None:
    pack = packed(answers[name]["text"])
    template = environment(()).get_template("pack/parts/network.html.j2")
    texts = {
        "word": Word(write_docx(pack)).text,
        "pdf": template.render(pack=pack),
        "text": "\n".join(field.text for field in fields(pack, LIBRARY.recruitment[NHS_JOBS])),
        "how": answers[name]["how"],
    }
    found = {(form, words) for form, said in texts.items() for words in INVENTED if words in said}
    assert found == set()
    if "vacancies" in DRAFTS[name]["roles"][0]:
        assert texts["how"].startswith("Apply on NHS Jobs: search for reference [The reference on NHS Jobs].")
