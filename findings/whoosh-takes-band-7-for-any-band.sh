#!/usr/bin/env bash
# Whoosh: a search for "Band 7" finds every band, and "A&E" finds nothing
#
# Versions:  Whoosh-Reloaded 2.7.5 (PyPI), SQLite of Python (FTS5)
# Input:     titles of posts and names of services; searches that must hold all words, by the
#            analyzer that a TEXT field has by itself and by two others that come with it
# Expected:  a figure counts like a word, as in SQLite: "Band 7" is one post of four
# Behaviour: words of one sign are left out of the index and of the search. "Band 7" is "Band", and
#            "Step 4" is "Step": every post and both steps are found. "Band 8a" is right, until
#            FancyAnalyzer parts it into 8 and a. Of "A&E" nothing is left, and nothing is found.
#            minsize=1 of an analyzer ends it.
# Seen:
#   Band 7:  by itself 4, StemmingAnalyzer 4, FancyAnalyzer 4, minsize=1 1, SQLite 1
#   Band 8a: by itself 1, StemmingAnalyzer 1, FancyAnalyzer 4, minsize=1 1, SQLite 1
#   Step 4:  by itself 2, StemmingAnalyzer 2, FancyAnalyzer 2, minsize=1 1, SQLite 1
#   A&E:     by itself 0, StemmingAnalyzer 0, FancyAnalyzer 0, minsize=1 1, SQLite 1
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check whoosh-reloaded==2.7.5

"$work/venv/bin/python" - <<'PY'
import sqlite3

from whoosh.analysis import FancyAnalyzer, StemmingAnalyzer
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import QueryParser

NAMES = ["Nurse, Band 5", "Nurse, Band 6", "Nurse, Band 7", "Nurse, Band 8a", "Step 2", "Step 4", "A&E"]
ANALYZERS = {
    "by itself": None,
    "StemmingAnalyzer": StemmingAnalyzer(),
    "FancyAnalyzer": FancyAnalyzer(),
    "minsize=1": StemmingAnalyzer(minsize=1),
}
WANT = {
    "Band 7": [4, 4, 4, 1, 1],
    "Band 8a": [1, 1, 4, 1, 1],
    "Step 4": [2, 2, 2, 1, 1],
    "A&E": [0, 0, 0, 1, 1],
}


def in_whoosh(analyzer):
    index = RamStorage().create_index(Schema(name=TEXT(analyzer=analyzer, stored=True)))
    with index.writer() as writer:
        for name in NAMES:
            writer.add_document(name=name)

    def count(words):
        with index.searcher() as searcher:
            return len(searcher.search(QueryParser("name", index.schema).parse(words)))

    return count


def in_sqlite():
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE names USING fts5(name)")
    database.executemany("INSERT INTO names VALUES (?)", [(name,) for name in NAMES])
    counting = "SELECT count(*) FROM names WHERE names MATCH ?"
    return lambda words: database.execute(counting, [words.replace("&", " ")]).fetchone()[0]


searches = {name: in_whoosh(analyzer) for name, analyzer in ANALYZERS.items()} | {"SQLite": in_sqlite()}
for words, want in WANT.items():
    seen = {name: count(words) for name, count in searches.items()}
    print(f"{words + ':':<8}", ", ".join(f"{name} {found}" for name, found in seen.items()))
    assert list(seen.values()) == want, "changed"
PY
