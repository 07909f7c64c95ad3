"""Trains the net behind the families and writes `data/danger/net.yaml`: logistic regression by scikit-learn, from text of ours.

    make extra-tools && .venv/bin/python -m tests.danger.train                    (about four minutes)
    .venv/bin/python -m tests.danger.train --without 'training/pairs*'            tells how texts that were left out are judged

Text: `training/*.yaml`, the seen halves of `tests/search/*-seen.yaml`, and the examples of the families, which weigh more because they
were checked one by one.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from generator.knowledge.danger.net import OUTPUTS
from generator.knowledge.danger.packed import STEP
from generator.knowledge.danger.plain import plain_danger
from generator.knowledge.library.loading import load
from generator.knowledge.model.danger import DangerFamilies
from tests.search.measuring import node

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "data" / "danger" / "net.yaml"
STRENGTH = 20.0
"""How freely weights may grow: the inverse of the regularisation. Chosen on authors that were left out of the training."""

ROUNDS = 60
"""Rounds of the training at most."""

RAREST = 2
"""Texts that a feature stands in at least."""

KEPT, KEPT_CARDS = 20_000, 3_000
"""Features that are kept for danger of any kind and for its cards: those that weigh most."""

FAINT = 10
"""In tenths: what weighs no more than this for anything is left out, which costs half a point and saves a tenth of the bytes."""

FAINT_CARD, STEP_CARD = 20, 10
"""In tenths: what a weight for a card must be above to be kept, and its steps. Finer weights told the cards apart no better."""

TENTHS = 10
"""Weights are written in tenths."""

THRESHOLD, DOUBT = 0, -6
"""In tenths, as in the file. Chosen on authors that were left out of the training."""

HEAD = """# yaml-language-server: $schema=../schemas/danger-net.json
# Made by `python -m tests.danger.train` from text of ours. Do not edit: add phrases under tests/danger/training/ and train again.
# Each line is a feature with what it adds (in tenths) to: any danger, self, harm, child, medical. A hint adds to any danger alone.
# A feature is a word, a CLASS of words.yaml, a pair of them, the first (^) or last ($) word, a few letters after # (a space is the edge of
# a word), or two words or classes apart after ~.
"""


@dataclass(frozen=True)
class Row:
    """A text to learn from: its features with how much each weighs, the outputs that are wanted, and how much the text weighs."""

    source: str
    features: dict[str, float]
    wanted: list[int]
    weight: float
    family: bool


def texts() -> list[tuple[str, str, list[str], float]]:
    """Every text with where it is from, its cards, and how much it weighs."""
    found: dict[str, tuple[str, str, list[str], float]] = {}
    for record in load(ROOT / "data")[0].all(DangerFamilies).values():
        for family in record.families:
            cards = [family.card, *family.also] if family.card else []
            found |= {text: ("examples", text, cards, 4.0) for text in family.examples if family.language is None}
            found |= {text: ("examples", text, [], 2.0) for text in family.not_examples if family.card}
    for folder, pattern, weight in ((ROOT / "tests/search", "*-seen.yaml", 3.0), (ROOT / "tests/danger/training", "*.yaml", 1.0)):
        for path in sorted(folder.glob(pattern)):
            if path.name != "nothing-seen.yaml":
                source = f"{folder.name}/{path.stem}"
                for one in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader):
                    found.setdefault(str(one["q"]), (source, str(one["q"]), one.get("cards", []), weight))
    return list(found.values())


def rows(given: Sequence[tuple[str, str, list[str], float]]) -> list[Row]:
    """The texts as the net sees them."""
    danger = {**plain_danger(load(ROOT / "data")[0]), "net": None}
    with tempfile.TemporaryDirectory() as scratch:
        files = [Path(scratch) / name for name in ("danger.json", "texts.json")]
        files[0].write_text(json.dumps(danger), encoding="utf-8")
        files[1].write_text(json.dumps([text for _, text, _, _ in given]), encoding="utf-8")
        command = [str(node()), str(Path(__file__).with_name("features.mjs")), *map(str, files)]
        read = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout)
    return [
        Row(source, _shared(one["kinds"]), [int(bool(cards)), *(int(card in cards) for card in OUTPUTS[1:])], weight, one["family"])
        for one, (source, _, cards, weight) in zip(read, given, strict=True)
    ]


def _shared(kinds: Iterable[tuple[float, list[str]]]) -> dict[str, float]:
    """The features of a kind weigh together as much as the kind, however many they are."""
    return {name: share / math.sqrt(len(names)) for share, names in kinds for name in names}


@dataclass(frozen=True)
class Seen:
    """Texts as a matrix: a row for each, a column for each feature that stands in enough of them."""

    matrix: Any
    names: list[str]
    counts: dict[str, int]
    wanted: list[list[int]]
    weights: list[float]


def seen(learnt: Sequence[Row]) -> Seen:
    """The texts to learn from."""
    counts = Counter(name for row in learnt for name in row.features)
    vectors = DictVectorizer(dtype=np.float32)
    found = vectors.fit_transform([{name: share for name, share in row.features.items() if counts[name] >= RAREST} for row in learnt])
    names = [str(name) for name in vectors.get_feature_names_out()]
    return Seen(found, names, counts, [row.wanted for row in learnt], [row.weight for row in learnt])


def trained(texts: Seen, output: int, known: set[str]) -> tuple[float, dict[str, float]]:
    """The bias and the weights of an output."""
    columns = [at for at, name in enumerate(texts.names) if name in known]
    part = texts.matrix[:, columns]
    part.indices, part.indptr = part.indices.astype(np.int32), part.indptr.astype(np.int32)
    wanted = [row[output] for row in texts.wanted]
    with warnings.catch_warnings(category=ConvergenceWarning, action="ignore"):  # after so many rounds nothing that matters changes
        fit = LogisticRegression(C=STRENGTH, solver="liblinear", dual=True, max_iter=ROUNDS, tol=0.03, random_state=1)
        fit.fit(part, wanted, texts.weights)
    return float(fit.intercept_[0]), {texts.names[at]: float(weight) for at, weight in zip(columns, fit.coef_[0], strict=True)}


def learn(learnt: Sequence[Row]) -> tuple[list[float], dict[str, list[float]]]:
    """The biases, and the weights of each feature that is kept: one for danger of any kind, or five where it tells the cards apart."""
    texts = seen(learnt)
    bias, weights = trained(texts, 0, set(texts.names))
    bias, any_danger = trained(texts, 0, strongest(weights, texts.counts, KEPT))
    biases, found = [bias], {name: [weight] for name, weight in any_danger.items()}
    for output in range(1, len(OUTPUTS)):
        _, weights = trained(texts, output, set(texts.names))
        bias, weights = trained(texts, output, strongest(weights, texts.counts, KEPT_CARDS))
        biases.append(bias)
        for name, weight in weights.items():
            row = found.setdefault(name, [0.0])
            row += [0.0] * (output - len(row)) + [weight]
    return biases, {name: row + [0.0] * (len(OUTPUTS) - len(row)) for name, row in found.items()}


def strongest(weights: Mapping[str, float], counts: Mapping[str, int], kept: int) -> set[str]:
    """The features that matter most: by their weight and by how often they stand in a text."""
    worth = {name: abs(weight) * counts[name] ** 0.35 for name, weight in weights.items()}
    return set(sorted(worth, key=lambda name: (-worth[name], name))[:kept])


def written(bias: Sequence[float], weights: dict[str, list[float]]) -> str:
    """The file's text."""
    plain = {
        name: [_stepped(row[0], STEP, 0), *(_stepped(value, STEP_CARD, FAINT_CARD) for value in row[1:])] for name, row in weights.items()
    }
    ordered = sorted(
        (name for name, row in plain.items() if max(map(abs, row)) > FAINT), key=lambda name: (-max(map(abs, plain[name])), name)
    )
    lines = [HEAD + "id: net", f"threshold: {THRESHOLD}", f"doubt: {DOUBT}"]
    lines.append("bias: {" + ", ".join(f"{name}: {round(TENTHS * value)}" for name, value in zip(OUTPUTS, bias, strict=True)) + "}")
    telling = [name for name in ordered if any(plain[name][1:])]
    others = [name for name in ordered if not any(plain[name][1:])]
    lines += ["weights: |", *(f"  {name} {' '.join(map(str, plain[name]))}" for name in telling)]
    lines += ["hints: |", *(f"  {name} {plain[name][0]}" for name in others)]
    return "\n".join(lines) + "\n"


def _stepped(value: float, step: int, faint: int) -> int:
    """A weight in tenths, in steps; nothing where it is too faint."""
    tenths = TENTHS * value
    return step * round(tenths / step) if abs(tenths) > faint else 0


def told(rest: Sequence[Row], bias: Sequence[float], weights: dict[str, list[float]]) -> Iterable[str]:
    """How texts that were left out are judged, at several thresholds: danger found, false alarms, and how often the first card is right."""
    scores = [
        [
            at + sum(share * weights[name][i] for name, share in row.features.items() if i < len(weights.get(name, ())))
            for i, at in enumerate(bias)
        ]
        for row in rest
    ]
    for threshold in range(-8, 13, 2):
        for doubt in (threshold, threshold - 6):
            shown = [10 * s[0] >= threshold or (row.family and 10 * s[0] >= doubt) for row, s in zip(rest, scores, strict=True)]
            found = [one for one, row in zip(shown, rest, strict=True) if row.wanted[0]]
            false = [one for one, row in zip(shown, rest, strict=True) if not row.wanted[0]]
            yield f"{threshold:4}/{doubt:3}: danger {sum(found) / max(1, len(found)):.3f}, harmless {sum(false) / max(1, len(false)):.3f}"
    right = [row.wanted[1 + max(range(4), key=lambda card: s[1 + card])] for row, s in zip(rest, scores, strict=True) if row.wanted[0]]
    yield f"the strongest card is one of the right ones: {sum(right) / max(1, len(right)):.3f}"


def main() -> None:
    """Train and write; or train without some of the texts, and tell how these are judged."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--without", metavar="PATTERN", help="sources of texts to leave out, such as 'search/*'")
    pattern = asked.parse_args().without
    learnt = rows(texts())
    if pattern:
        rest = [row for row in learnt if Path(row.source).match(pattern)]
        print(*told(rest, *learn([row for row in learnt if not Path(row.source).match(pattern)])), sep="\n")
    else:
        FILE.write_text(written(*learn(learnt)), encoding="utf-8")


if __name__ == "__main__":
    main()
