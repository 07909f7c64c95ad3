#!/usr/bin/env bash
# Hypothesis: builds() of a pydantic model obeys its lengths and forgets its pattern
#
# Versions:  hypothesis 6.170.17, pydantic 2.14.4 (PyPI)
# Input:     two models with one field each: StringConstraints(max_length=3), and
#            StringConstraints(pattern=...) for a practice code
# Expected:  builds(Model) makes valid models, or says that it cannot
# Behaviour: both stand in one StringConstraints, and only what annotated-types knows is kept. Of the
#            pattern there is a warning, once, then text of any kind, which the model refuses: the
#            test fails with the model's ValidationError, as if the model were wrong.
# Seen:
#   max_length: refused  0 of 50, warnings about it: 0
#   pattern:    refused 50 of 50, warnings about it: 1
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  hypothesis==6.170.17 pydantic==2.14.4

cd "$work" && venv/bin/python - <<'PY'
import warnings
from typing import Annotated

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, StringConstraints, ValidationError


class Short(BaseModel):
    code: Annotated[str, StringConstraints(max_length=3)]


class Practice(BaseModel):
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{5}$")]


def refused(model):
    """How many of fifty built models were refused, and the warnings given."""
    outcomes = []

    @settings(max_examples=50, database=None, derandomize=True,
              suppress_health_check=list(HealthCheck))
    @given(st.data())
    def build(data):
        try:
            data.draw(st.builds(model))
        except ValidationError:
            outcomes.append(True)
        else:
            outcomes.append(False)

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        build()
    about = [one for one in caught if "Ignoring unsupported" in str(one.message)]
    return sum(outcomes), len(outcomes), len(about)


seen = {"max_length": refused(Short), "pattern": refused(Practice)}
for name, (bad, tried, warned) in seen.items():
    print(f"{name + ':':<11} refused {bad:>2} of {tried}, warnings about it: {warned}")
assert seen["max_length"][0] == 0 and seen["max_length"][2] == 0, "changed: lengths"
assert seen["pattern"][0] == seen["pattern"][1] > 0, "changed: patterns"
assert seen["pattern"][2] >= 1, "changed: it warns no more"
PY
