"""Rules on files that are imported: can they be read, and is each record one that we can take?"""

from __future__ import annotations

IMPORTING: list[dict[str, str]] = [
    {
        "code": "import-unreadable",
        "title": "A file that cannot be imported",
        "message": "This cannot be read as {form}: {reason}.",
        "cure": "Save or download it again. Services come in as .json (Open Referral UK), .csv or .xlsx.",
        "about": "Nothing of the file was imported, because nobody could say what is missing.",
    },
    {
        "code": "import-too-much",
        "title": "A file with too much in it",
        "message": "This has more than {what}.",
        "cure": "Cut it into smaller files, and import them one after the other.",
        "about": "Nothing of the file was imported. The limit keeps a hostile file from filling the disk or the memory.",
    },
    {
        "code": "import-not-a-record",
        "title": "Something that is not a service",
        "message": "This is not a service, but something else or something very deep.",
        "cure": "Ask whoever sends the feed. A service is an object with `id`, `name` and `status`.",
        "about": "The record was left out. The others came in.",
    },
    {
        "code": "import-no-id",
        "title": "A record without an id",
        "message": "It has no id.",
        "cure": "Give it one in the column ‘id’: small letters, figures and hyphens, such as example-helpline.",
        "about": "The id names the file and the page, and finds the record again at the next import.",
    },
    {
        "code": "import-twice",
        "title": "Two records with one id",
        "message": "The id ‘{id}’ is in the file already.",
        "cure": "Give one of them another id, or take it out.",
        "about": "The first record came in. The second was left out.",
    },
    {
        "code": "import-in-the-way",
        "title": "A file that is in the way",
        "message": "Its file {file} is there, but has mistakes.",
        "cure": "Run `fingerpost check`, mend the file, and import again.",
        "about": "An import never writes over what it could not read.",
    },
    {
        "code": "import-no-match",
        "title": "A record whose words we do not know",
        "message": "Nothing in it names one of our {what}s.",
        "cure": "Import again with `{option}` and an id of ours, such as `--need loneliness` or `--area hertfordshire`.",
        "about": "Feeds have vocabularies of their own. Every service of ours has at least one need and one area.",
    },
    {
        "code": "import-column-unknown",
        "title": "A column that is not imported",
        "message": "The column ‘{column}’ is none of ours, or is there twice.{near}",
        "cure": "Give it the name of a field, or leave it: it is passed over.",
        "about": "The columns are the fields of a service. An export shows them all.",
        "severity": "warning",
    },
    {
        "code": "import-cell",
        "title": "A cell that cannot be read",
        "message": "{reason}.",
        "cure": "Write it as an export shows it. Of a formula, keep the value only.",
        "about": "The row was left out. The others came in.",
    },
    {
        "code": "export-too-long",
        "title": "A text that no Excel cell can hold",
        "message": "‘{column}’ has {length} characters. A cell of Excel holds {limit}.",
        "cure": "Shorten it, or export to .json or .csv.",
        "about": "An export loses nothing, so it stops rather than cut a text off.",
    },
]
"""Each entry is one rule; see `Rule`."""
