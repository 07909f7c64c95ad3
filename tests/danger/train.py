"""Trains the net behind the families and writes `data/danger/net.yaml`: plain logistic regression, in plain Python, from text of ours.

    python -m tests.danger.train            (about three minutes)

Text: `training/*.yaml` and the seen halves of `tests/search/*-seen.yaml`, which weigh three times as much
because they are checked by hand, and the examples of the families.
"""

from __future__ import annotations

import json
import math
import random
import subprocess
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.knowledge.danger.net import OUTPUTS
from generator.knowledge.danger.plain import plain_danger
from generator.knowledge.library import load
from generator.knowledge.model.danger import DangerFamilies
from tests.search.measuring import node

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "data" / "danger" / "net.yaml"
EPOCHS, RATE, DECAY = 14, 0.5, 2e-5
RAREST = 2
"""Texts that a feature stands in at least."""

KEPT = 1000
"""Features that are kept: those that weigh most."""

TENTHS = 10
THRESHOLD, DOUBT = 14, -8
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
    """The bias and the weights, by AdaGrad over shuffled texts: a step for each feature that shrinks as it is met more often."""
    counts = Counter(name for row in learnt for name in row.features)
    known = {name for name, count in counts.items() if count >= RAREST and (keep is None or name in keep)}
    weights = {name: [0.0] * len(OUTPUTS) for name in known}
    steps = {name: [1e-2] * len(OUTPUTS) for name in known}
    bias, chance = [0.0] * len(OUTPUTS), random.Random(1)
    plan = [([weights[n] for n in row.features if n in known], [steps[n] for n in row.features if n in known], row) for row in learnt]
    for epoch in range(EPOCHS):
        chance.shuffle(plan)
        for mine, taken, row in plan:
            scale = 1 / (math.sqrt(len(row.features)) or 1)
            for i, wanted in enumerate(row.wanted):
                score = bias[i] + scale * sum(one[i] for one in mine)
                slope = (1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - wanted) * row.weight
                bias[i] -= 0.02 * slope / (1 + epoch)
                for one, step in zip(mine, taken, strict=True):
                    change = slope * scale + DECAY * one[i]
                    step[i] += change * change
                    one[i] -= RATE * change / math.sqrt(step[i])
    return bias, weights


def strongest(weights: dict[str, list[float]], learnt: Sequence[Row]) -> set[str]:
    """The features that matter most: by their weight and by how often they stand in a text."""
    counts = Counter(name for row in learnt for name in row.features)
    worth = {name: max(map(abs, row)) * counts[name] ** 0.35 for name, row in weights.items()}
    return set(sorted(worth, key=lambda name: (-worth[name], name))[:KEPT])


def written(bias: Sequence[float], weights: dict[str, list[float]]) -> str:
    """The file's text."""
    lines = [HEAD + "id: net", f"threshold: {THRESHOLD}", f"doubt: {DOUBT}"]
    lines.append("bias: {" + ", ".join(f"{name}: {round(TENTHS * value)}" for name, value in zip(OUTPUTS, bias, strict=True)) + "}")
    lines.append("weights:")
    ordered = sorted(weights, key=lambda name: (-max(map(abs, weights[name])), name))
    for name in ordered:
        row = [round(TENTHS * value) for value in weights[name]]
        if any(row):
            lines.append(f"  {json.dumps(name, ensure_ascii=False)}: {row}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Train on everything, keep what matters, train on that alone, and write."""
    learnt = rows()
    _, weights = trained(learnt)
    FILE.write_text(written(*trained(learnt, strongest(weights, learnt))), encoding="utf-8")


if __name__ == "__main__":
    main()
