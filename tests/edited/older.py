"""A Word pack as it would be had its role been older."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from generator.knowledge.drafts.carried import as_properties, carried_text, from_properties, read_carried, yaml_piece
from generator.knowledge.drafts.outline import deep_words

ROLE = "mental-health-practitioner-band-7"
PROPERTY = re.compile(r'<property [^>]*name="(fingerpost-\d+)"[^>]*><vt:lpwstr>([^<]*)</vt:lpwstr></property>')
OVERLAY: dict[str, Any] = {
    "role": ROLE,
    "reword": [
        {"id": "referrals", "text": "Our way with referrals.", "because": "Clearer."},
        {"id": "gone", "text": "Our old sentence.", "because": "Ours."},
        {"id": "gone-criterion", "text": "Can lead a walk.", "because": "Ours."},
    ],
    "drop": [{"id": "prompt-advice", "because": "The hospital does it."}],
    "add": [{"id": "clinical-own-1", "section": "clinical", "text": "Meet the team.", "because": "Asked.", "after": "gone"}],
}


def older(content: bytes) -> bytes:
    """The pack of the example network with other words in its role, sentences that went since, and an overlay that names them."""
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        parts = {info: zipped.read(info) for info in zipped.infolist()}
    [info] = [info for info in parts if info.filename == "docProps/custom.xml"]
    text = parts[info].decode()
    carried = read_carried(from_properties(dict(PROPERTY.findall(text))) or "")
    base, network = carried["base"], carried["network"]
    [section] = [section for section in base["sections"] if section["id"] == "clinical"]
    for each in (each for part in deep_words(base["sections"]) for each in part.get("statements", [])):
        each["text"] = {"referrals": "Take the old referrals.", "prompt-advice": "Give old advice."}.get(each["id"], each["text"])
    section["statements"].append({"id": "gone", "text": "A sentence of the old role."})
    criterion = {"id": "gone-criterion", "text": "Walks well.", "level": "essential", "assessed_by": ["interview"]}
    base["categories"][0]["criteria"].append(criterion)
    network["roles"] = [{**network["roles"][0], **OVERLAY}]
    written = carried_text(ROLE, yaml_piece("base", base | {"digest": "0"}), yaml_piece("network", network))
    pieces = [
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}"><vt:lpwstr>{piece}</vt:lpwstr></property>'
        for number, (name, piece) in enumerate(as_properties(written).items(), 2)
    ]
    parts[info] = (PROPERTY.sub("", text).replace("</Properties>", "".join(pieces) + "</Properties>")).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        for name, piece in parts.items():
            zipped.writestr(name, piece)
    return made.getvalue()
