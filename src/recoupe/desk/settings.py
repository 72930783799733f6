"""Settings: what one desk is opened with, and who may do what there."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

import tomli

from recoupe.errors import InputError

Role = Literal[
    "reader",  # reads
    "reviewer",  # judges figures
    "editor",  # publishes as well
]
_COST = {"n": 2**14, "r": 8, "p": 1}
"""What scrypt spends on one password (RFC 7914): some 50 ms."""


@dataclass(frozen=True, slots=True)
class User:
    """One person with a password, kept as `salt$hash` in hexadecimal digits (scrypt)."""

    name: str
    role: Role
    password: str

    def knows(self, password: str) -> bool:
        """Whether this is the password."""
        salt, _, kept = self.password.partition("$")
        return hmac.compare_digest(_hash(password, salt), kept)


_NOBODY = User("", "reader", "00$")
"""Whose password nobody knows."""


@dataclass(frozen=True)
class Settings:
    """What a desk is opened with."""

    ledger: str
    users: Mapping[str, User] = field(default_factory=dict)
    """By name. Without any, whoever is at this machine may do everything, under the name that they give."""
    two_persons: bool = False
    """Whether a figure must be accepted by two people before it may be published."""
    language: str | None = None
    """The language of the pages where the browser asks for none that there is."""
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    """The names under which the desk answers, so that no other page can speak for it."""
    any_address: bool = False
    """Whether it answers under every address of this machine, written in digits, as well."""

    def user(self, name: str, password: str) -> User | None:
        """The user of that name with that password; takes as long for a name that is not known."""
        known = self.users.get(name)
        right = (known or _NOBODY).knows(password)
        return known if right else None

    @property
    def needed(self) -> int:
        """How many people must accept a figure."""
        return 2 if self.two_persons else 1


def read_users(path: Path) -> dict[str, User]:
    """The users of a TOML file: `[name]`, `role = "reviewer"`, `password = "salt$hash"` as `recoupe desk --hash` makes it.

    Raises InputError when the file cannot be read, or says something else.
    """
    try:
        read = tomli.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise InputError(f"{path}: no file of users ({error})") from None
    users = {}
    roles: dict[str, Role] = {each: each for each in get_args(Role)}
    for name, about in read.items():
        role, password = (about.get("role"), about.get("password")) if isinstance(about, dict) else (None, None)
        if role not in roles or not isinstance(password, str) or "$" not in password:
            raise InputError(f"{path}: [{name}] needs a role ({', '.join(get_args(Role))}) and a hashed password")
        users[name] = User(name, roles[role], password)
    if not users:
        raise InputError(f"{path}: no users in it")
    return users


def hashed(password: str, salt: str) -> str:
    """A password as it is kept, with its `salt` (hexadecimal digits)."""
    return f"{salt}${_hash(password, salt)}"


def _hash(password: str, salt: str) -> str:
    try:
        raw = bytes.fromhex(salt)
    except ValueError:
        raw = salt.encode()
    return hashlib.scrypt(password.encode(), salt=raw, dklen=32, **_COST).hex()
