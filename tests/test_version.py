"""The version names the code and the data that read."""

import re
import tomllib
from pathlib import Path

import recoupe
from recoupe.languages.pack import codes
from recoupe.version import version

ROOT = Path(__file__).parents[1]


def test_form() -> None:
    reader = rf"recoupe/{re.escape(recoupe.__version__)}\+[0-9a-f]{{8}}"
    for code in codes():
        assert re.fullmatch(rf"{reader} pack/{code}-[0-9a-f]{{8}}", version(code))
    for code in ("und", "tlh"):
        assert re.fullmatch(rf"{reader} pack/none", version(code))


def test_the_package_says_the_same() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == recoupe.__version__
