"""Text for boxes on other people's forms: plain characters only, and cut at a statement where a box is too small.

`templates/browser/tailor/plain.js` does the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.knowledge.text.sentences import sentences

TYPED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–−", "-"),
        **dict.fromkeys("—―", " - "),
        **dict.fromkeys("•‣▪●◦·", "-"),
        **dict.fromkeys("⁄∕", "/"),
        "½": " 1/2",
        "¼": " 1/4",
        "¾": " 3/4",
        "×": "x",
        "→": "to",
        "≥": "at least ",
        "≤": "at most ",
    }
)
"""What to type in place of characters that a form may spoil."""

_LETTERS = frozenset({"Ll", "Lu", "Lo", "Lm", "Lt", "Nd"})
_MARKS = frozenset({"Mn", "Mc"})
UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f") | frozenset(map(chr, range(0xFE00, 0xFE10)))
"""Characters that are letters or marks by their class, and yet show nothing."""


def plain_text(text: str) -> str:
    """The text in one line of characters that paste cleanly anywhere: letters, figures, and what a British keyboard types.

    Nobody says which others NHS Jobs takes, so curly quotes and dashes become straight ones, and pictures and hidden characters go.
    """
    if not (text.isascii() and text.isprintable()):
        text = "".join(_typed(unicodedata.normalize("NFKC", text.translate(TYPED)).translate(TYPED)))
    return re.sub(" +", " ", text).strip()


def _typed(text: str) -> Iterator[str]:
    """Each character, or a blank in its place. Letters of every script stay, because names need them; marks stay on their letters."""
    on_letter = False
    for character in text:
        kind = unicodedata.category(character)
        if kind == "Cf" or character in UNSEEN:
            continue  # it takes no room, so a blank would part a word
        on_letter = kind in _LETTERS or (on_letter and kind in _MARKS)
        yield character if on_letter or " " <= character <= "~" or character in "£€" else " "


def count(text: str) -> int:
    """How many characters a form counts, blanks included.

    Browsers send a line break as two characters, so it counts as two: what fits here fits however the form counts.
    """
    return len(text) + text.count("\n")


@dataclass(frozen=True)
class Piece:
    """A statement, which is never cut. `heading` stands on lines of its own before it, `gap` between it and the piece before."""

    words: str
    heading: str = ""
    gap: str = "\n"

    @property
    def whole(self) -> str:
        """The statement under its heading."""
        return f"{self.heading}\n{self.words}" if self.heading else self.words


def joined_pieces(pieces: Sequence[Piece]) -> str:
    """The pieces as they are read. The first has nothing before it to keep a distance from."""
    return "".join(piece.whole if index == 0 else piece.gap + piece.whole for index, piece in enumerate(pieces))


def fitting(pieces: Sequence[Piece], most: int) -> int:
    """How many pieces, from the first on, fit into `most` characters."""
    lengths = [count(piece.whole) + (count(piece.gap) if index else 0) for index, piece in enumerate(pieces)]
    return sum(total <= most for total in accumulate(lengths))


def cuttable_sentences(text: str, gap: str = "\n\n") -> list[Piece]:
    """A paragraph as its sentences, which is where it may be cut."""
    return [Piece(one.text, gap=" " if index else gap) for index, one in enumerate(sentences(plain_text(text)))]
