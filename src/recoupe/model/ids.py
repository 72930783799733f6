"""Deterministic ids: the same fields give the same id on every machine and every run."""

import hashlib
import json

_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def make_id(kind: str, *fields: object) -> str:
    """A short id, `kind` and 16 hex digits of SHA-256 over the canonical JSON of the identifying fields.

    Fields must be JSON values; the JSON array keeps ("a", "bc") apart from ("ab", "c").
    """
    canonical = _CANONICAL.encode([kind, *fields])
    return f"{kind}-{hashlib.sha256(canonical.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
