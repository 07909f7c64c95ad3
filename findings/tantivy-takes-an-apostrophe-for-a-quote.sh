#!/usr/bin/env bash
# tantivy: "men's shed" is a syntax error, "men’s shed" is not, and two apostrophes make a phrase
#
# Versions:  tantivy 0.27.0 (PyPI)
# Input:     names of services, analysed as English; searches as people type them, read by
#            parse_query, where all words are wanted
# Expected:  words are parted at an apostrophe, as the index parts those of a name
# Behaviour: in a search it opens a phrase, like a quotation mark, also in the midst of a word. One
#            is an error (ValueError); the curly one of Word is none. With two, what lies between
#            them is a phrase, here "and parents", which is not in the name: nothing is found, without
#            an error. parse_query_lenient finds the right name for all five.
# Seen:
#   men's shed:                 Syntax Error: men's shed
#   men’s shed:                 Men's Shed
#   carers' group:              Syntax Error: carers' group
#   young carers' and parents': nothing
#   young carers and parents:   Parents' and young carers' group
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check tantivy==0.27.0

"$work/venv/bin/python" - <<'PY'
import tantivy

builder = tantivy.SchemaBuilder()
builder.add_text_field("name", stored=True, tokenizer_name="en_stem")
index = tantivy.Index(builder.build())
writer = index.writer()
for name in ("Men's Shed", "Parents' and young carers' group", "Women's Refuge"):
    writer.add_document(tantivy.Document(name=[name]))
writer.commit()
index.reload()
searcher = index.searcher()


def names(query):
    found = [searcher.doc(address)["name"][0] for _, address in searcher.search(query).hits]
    return ", ".join(found) or "nothing"


def strict(words):
    try:
        return names(index.parse_query(words, ["name"], conjunction_by_default=True))
    except ValueError as problem:
        return str(problem)


def lenient(words):
    query, _ = index.parse_query_lenient(words, ["name"], conjunction_by_default=True)
    return names(query)


SHED, GROUP = "Men's Shed", "Parents' and young carers' group"
WANT = {
    "men's shed": ("Syntax Error: men's shed", SHED),
    "men’s shed": (SHED, SHED),
    "carers' group": ("Syntax Error: carers' group", GROUP),
    "young carers' and parents'": ("nothing", GROUP),
    "young carers and parents": (GROUP, GROUP),
}
for words, want in WANT.items():
    seen = strict(words), lenient(words)
    print(f"{words + ':':<27}", seen[0])
    assert seen == want, "changed"
PY
