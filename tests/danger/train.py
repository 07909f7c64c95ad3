"""Trains the net behind the families and writes `data/danger/net.yaml`: logistic regression by scikit-learn, from text of ours.

    make extra-tools && .venv/bin/python -m tests.danger.train            (about two minutes)

Text: `training/*.yaml`, the seen halves of `tests/search/*-seen.yaml`, and the examples of the families, which weigh more because they
were checked one by one.
"""

from __future__ import annotations

import json
import math
import subprocess
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from generator.knowledge.danger.net import OUTPUTS
from generator.knowledge.danger.plain import plain_danger
from generator.knowledge.library import load
from generator.knowledge.model.danger import DangerFamilies
from tests.search.measuring import node

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "data" / "danger" / "net.yaml"
STRENGTH = 10.0
"""How freely weights may grow: the inverse of the regularisation. Chosen on authors that were left out of the training."""

RAREST = 2
"""Texts that a feature stands in at least."""

KEPT = 2300
"""Features that are kept: those that weigh most."""

TENTHS, STEP = 10, 5
"""Weights are written in tenths, in steps of five."""

FAINT, FAINT_CARD, STRONG = 12, 25, 40
"""In tenths: a weight for any danger below the first goes, unless one for a card is above the last; one for a card below the second is
left out. Neither changes what the net says of the seen texts, and the browser gets a quarter less."""

THRESHOLD, DOUBT = 4, -7
HEAD = """# yaml-language-server: $schema=../schemas/danger-net.json
# Made by `python -m tests.danger.train` from text of ours. Do not edit: add phrases under tests/danger/training/ and train again.
# Each line is a word, a CLASS of words.yaml or a pair of them, with what it adds (in tenths) to: any danger, self, harm, child, medical.
"""


@dataclass(frozen=True)
class Row:
    """A text to learn from."""

    features: list[str]
    wanted: list[int]
    weight: float


def texts() -> list[tuple[str, list[str], float]]:
    """Every text with its cards and how much it weighs."""
    found = []
    for folder, pattern, weight in ((ROOT / "tests/danger/training", "*.yaml", 1.0), (ROOT / "tests/search", "*-seen.yaml", 3.0)):
        for path in sorted(folder.glob(pattern)):
            if path.name.startswith(("danger", "harmless")):
                found += [(str(one["q"]), one.get("cards", []), weight) for one in yaml.safe_load(path.read_text(encoding="utf-8"))]
    for record in load(ROOT / "data")[0].all(DangerFamilies).values():
        for family in record.families:
            cards = [family.card, *family.also] if family.card else []
            found += [(text, cards, 4.0) for text in family.examples if family.language is None]
            found += [(text, [], 2.0) for text in family.not_examples if family.card]
    return found


def rows() -> list[Row]:
    """The texts as the net sees them."""
    given = texts()
    danger = plain_danger(load(ROOT / "data")[0])
    with tempfile.TemporaryDirectory() as scratch:
        files = [Path(scratch) / name for name in ("danger.json", "texts.json")]
        files[0].write_text(json.dumps(danger), encoding="utf-8")
        files[1].write_text(json.dumps([text for text, _, _ in given]), encoding="utf-8")
        command = [str(node()), str(Path(__file__).with_name("features.mjs")), *map(str, files)]
        read = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout)
    return [
        Row(one["features"], [int(bool(cards)), *(int(card in cards) for card in OUTPUTS[1:])], weight)
        for one, (_, cards, weight) in zip(read, given, strict=True)
    ]


def trained(learnt: Sequence[Row], keep: set[str] | None = None) -> tuple[list[float], dict[str, list[float]]]:
    """The bias and the weights of each output. Each text has length 1, however many features it has."""
    counts = Counter(name for row in learnt for name in row.features)
    known = {name for name, count in counts.items() if count >= RAREST and (keep is None or name in keep)}
    vectors = DictVectorizer()
    found = vectors.fit_transform([{name: 1 / math.sqrt(len(row.features)) for name in row.features if name in known} for row in learnt])
    fits = [
        LogisticRegression(C=STRENGTH, max_iter=300).fit(found, [row.wanted[i] for row in learnt], [row.weight for row in learnt])
        for i in range(len(OUTPUTS))
    ]
    weights = {name: [float(fit.coef_[0][place]) for fit in fits] for place, name in enumerate(vectors.get_feature_names_out())}
    return [float(fit.intercept_[0]) for fit in fits], weights


def strongest(weights: dict[str, list[float]], learnt: Sequence[Row]) -> set[str]:
    """The features that matter most: by their weight and by how often they stand in a text."""
    counts = Counter(name for row in learnt for name in row.features)
    worth = {name: abs(row[0]) * counts[name] ** 0.35 for name, row in weights.items()}
    return set(sorted(worth, key=lambda name: (-worth[name], name))[:KEPT])


def _plain(weights: Sequence[float]) -> list[int]:
    """What is written of a feature's weights; nothing where they are too faint."""
    row = [round(TENTHS * value) for value in weights]
    if abs(row[0]) < FAINT and max(map(abs, row)) < STRONG:
        return []
    return [STEP * round(value / STEP) for value in (row[0], *(value if abs(value) >= FAINT_CARD else 0 for value in row[1:]))]


def written(bias: Sequence[float], weights: dict[str, list[float]]) -> str:
    """The file's text."""
    lines = [HEAD + "id: net", f"threshold: {THRESHOLD}", f"doubt: {DOUBT}"]
    lines.append("bias: {" + ", ".join(f"{name}: {round(TENTHS * value)}" for name, value in zip(OUTPUTS, bias, strict=True)) + "}")
    lines.append("weights:")
    ordered = sorted(weights, key=lambda name: (-max(map(abs, weights[name])), name))
    lines += [f"  {json.dumps(name, ensure_ascii=False)}: {row}" for name in ordered if (row := _plain(weights[name]))]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Train on everything, keep what matters, train on that alone, and write."""
    learnt = rows()
    _, weights = trained(learnt)
    FILE.write_text(written(*trained(learnt, strongest(weights, learnt))), encoding="utf-8")


if __name__ == "__main__":
    main()
