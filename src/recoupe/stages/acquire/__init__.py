"""Acquire: bytes to Document."""

from recoupe.stages.acquire.document import acquire

__all__ = ["acquire"]
