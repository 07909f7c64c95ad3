#!/usr/bin/env bash
# DuckDB: a tab-separated directory is cut at the commas of its addresses, and a service is gone
#
# Versions:  duckdb 2.0.1 (PyPI); csv.Sniffer of Python's own library, to compare
# Input:     60 services in four columns, parted by tabs as Excel's "Text (Tab delimited)" does,
#            each with an address of four commas, as a formula joins them; the same with | and ;
# Expected:  four columns and 60 rows: each line has three tabs, the header too
# Behaviour: the sniffer prefers the sign that gives more columns. The header has no comma, so it
#            is passed over as a preamble; the first service becomes the names of five columns,
#            and 59 rows come back, without a warning. delim='\t' is right. With fewer commas
#            than columns it is right too. An issue of September 2026 is open on lost headers.
# Seen:
#   csv.Sniffer: '\t'
#   columns: ['1\tMind\tUnit 1', '1 High Street', 'Ware', 'Herts', 'SG12 9AB\t01920 000001']
#   rows: 59 with tabs, 59 with |, 59 with ;
#   with delim: 60 rows of ['id', 'name', 'address', 'phone']
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1

cd "$work" && venv/bin/python - <<'PY'
import csv
from pathlib import Path

import duckdb

NAMES = ["id", "name", "address", "phone"]
SIGNS = {"tabs": "\t", "|": "|", ";": ";"}


def service(number):
    address = f"Unit {number}, {number} High Street, Ware, Herts, SG12 9AB"
    return [str(number), "Mind", address, f"01920 {number:06}"]


def written(sign):
    """The path of the 60 services, parted by this sign."""
    lines = [sign.join(row) for row in [NAMES, *map(service, range(1, 61))]]
    Path("services.txt").write_text("\n".join(lines) + "\n")
    return "services.txt"


sniffed = csv.Sniffer().sniff(Path(written("\t")).read_text()).delimiter
columns = duckdb.read_csv(written("\t")).columns
rows = {name: len(duckdb.read_csv(written(sign)).fetchall()) for name, sign in SIGNS.items()}
named = duckdb.read_csv(written("\t"), sep="\t")
print(f"csv.Sniffer: {sniffed!r}")
print("columns:", columns)
print("rows:", ", ".join(f"{count} with {name}" for name, count in rows.items()))
print(f"with delim: {len(named.fetchall())} rows of {named.columns}")
assert sniffed == "\t", "changed in csv.Sniffer"
first = ["1\tMind\tUnit 1", "1 High Street", "Ware", "Herts", "SG12 9AB\t01920 000001"]
assert columns == first, "changed: columns"
assert rows == {"tabs": 59, "|": 59, ";": 59}, "changed: rows"
assert (named.columns, len(named.fetchall())) == (NAMES, 60), "changed: with delim"
PY
