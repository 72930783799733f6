"""Deterministic ids: the same fields give the same id on every machine and every run."""

import hashlib
import json
from json.encoder import encode_basestring
from math import isfinite

_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _json(field: object) -> str:
    """As `json.dumps` writes it; strings and numbers, which most fields are, without setting it up anew."""
    if type(field) is str:
        return encode_basestring(field)
    if type(field) is int:
        return str(field)
    if type(field) is float and isfinite(field):
        return repr(field)
    if type(field) is bool:
        return "true" if field else "false"
    if type(field) is list:
        return f"[{','.join([_json(each) for each in field])}]"
    return "null" if field is None else _CANONICAL.encode(field)


def make_id(kind: str, *fields: object) -> str:
    """A short id, `kind` and 16 hex digits of SHA-256 over the canonical JSON of the identifying fields.

    Fields must be JSON values; the JSON array keeps ("a", "bc") apart from ("ab", "c").
    """
    written = [encode_basestring(field) if type(field) is str else _json(field) for field in fields]
    canonical = f"[{','.join([encode_basestring(kind), *written])}]"
    return f"{kind}-{hashlib.sha256(canonical.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
