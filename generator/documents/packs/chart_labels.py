"""The fixed words of an organisation chart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ChartLabels:
    """The text alternative of each line of the chart, and the key of its line styles."""

    post: str = "Band {band}, this post"
    managed: str = "manages this post"
    supervised_clinically: str = "supervises this post clinically"
    supervised_professionally: str = "supervises this post professionally"
    accountable: str = "holds this post to account"
    manages: str = "This post manages {whom}."
    supervises: str = "This post supervises {whom}."
    solid: str = "Solid lines show who manages this post, and those it manages."
    broken: str = "Broken lines show supervision."
    dotted: str = "A dotted line shows who this post answers to."

    @property
    def above(self) -> Mapping[str, str]:
        """What a person above does for this post, by the kind of line."""
        return {
            "manages": self.managed,
            "supervises-clinically": self.supervised_clinically,
            "supervises-professionally": self.supervised_professionally,
            "accountable": self.accountable,
        }

    @property
    def below(self) -> Mapping[str, str]:
        """What this post does for those below, by the kind of line, in order."""
        return {"manages": self.manages, "supervises": self.supervises}

    @property
    def keys(self) -> Mapping[str, str]:
        """The meaning of each line style, in order."""
        return {"solid": self.solid, "broken": self.broken, "dotted": self.dotted}
