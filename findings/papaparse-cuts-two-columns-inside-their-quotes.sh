#!/usr/bin/env bash
# PapaParse: a short file of two columns is cut at the semicolons inside its quotes
#
# Versions:  papaparse 5.7.1 (npm); csv.Sniffer of Python's own library, to compare
# Input:     an ordinary CSV of two columns, with a line end after its last row: needs, and the
#            words that people use for them, in quotes and parted by semicolons
# Expected:  the comma, which parts every row in two; or an error, as there is one
#            (UndetectableDelimiter) for files where nothing fits
# Behaviour: the guess counts the line end as a row of one field, so two columns come to less than
#            1.99 fields a row, and the comma is out. Three words in quotes come to 2, and win:
#            no error, quotes in the values. The same happens with commas in the addresses of
#            a file whose columns are parted by tabs. Three columns are right, and so are ten rows,
#            skipEmptyLines, or a delimiter that is named. Known in part since 2016.
# Seen:
#   papaparse: delimiter ";", 0 errors, first row: ["anxiety,\"worry","panic","fear\""]
#   papaparse, skipEmptyLines: delimiter ",", 0 errors, first row: ["anxiety","worry;panic;fear"]
#   papaparse, tabs: delimiter ",", 0 errors, first row: ["Mind\t1 High Street"," Ware"," SG12 9AB"]
#   csv.Sniffer: ',' '\t'
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

npm install --silent --no-audit --no-fund --prefix "$work" papaparse@5.7.1
cd "$work"

cat >needs.csv <<'CSV'
need,words
anxiety,"worry;panic;fear"
sadness,"grief;loss;sorrow"
CSV
printf 'service\taddress\nMind\t1 High Street, Ware, SG12 9AB\nRelate\t2 High Street, Ware, SG12 9AB\n' >services.tsv
cat >guess.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'

const guess = (label, file, options) => {
  const { data, errors, meta } = Papa.parse(readFileSync(file, 'utf8'), options)
  const row = JSON.stringify(data[1])
  console.log(`${label}: delimiter "${meta.delimiter}", ${errors.length} errors, first row: ${row}`)
  return [meta.delimiter, data[1], errors.length]
}

const short = guess('papaparse', 'needs.csv')
const whole = guess('papaparse, skipEmptyLines', 'needs.csv', { skipEmptyLines: true })
const tabs = guess('papaparse, tabs', 'services.tsv')
assert.deepEqual(short, [';', ['anxiety,"worry', 'panic', 'fear"'], 0], 'changed')
assert.deepEqual(whole, [',', ['anxiety', 'worry;panic;fear'], 0], 'changed with skipEmptyLines')
assert.deepEqual(tabs, [',', ['Mind\t1 High Street', ' Ware', ' SG12 9AB'], 0], 'changed with tabs')
JS
node guess.mjs

python3 - <<'PY'
import csv
from pathlib import Path

signs = [csv.Sniffer().sniff(Path(file).read_text()).delimiter for file in ("needs.csv", "services.tsv")]
print("csv.Sniffer:", *map(repr, signs))
assert signs == [",", "\t"], "changed in csv.Sniffer"
PY
