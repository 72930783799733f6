"""Draws a command's coloured output as an SVG: `python docs/picture.py "recoupe show …" docs/pictures/show.svg [LINES]`.

The command is run for real; nothing is retouched but that the picture stops after LINES lines. No font is fetched.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

_WIDTH = 104


def draw(command: str, lines: int) -> str:
    """The SVG of what `command` prints on a terminal of 104 columns."""
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(_WIDTH), "TERM": "xterm-256color"}
    done = subprocess.run(shlex.split(command), capture_output=True, text=True, env=environment, check=True)  # noqa: S603
    shown = done.stdout.splitlines()[:lines]
    with Path(os.devnull).open("w") as nowhere:
        console = Console(record=True, width=_WIDTH, force_terminal=True, color_system="standard", file=nowhere)
        console.print(Text(f"$ {command}\n", style="bold"))
        console.print(Text.from_ansi("\n".join(shown)))
        svg = console.export_svg(title="recoupe", theme=MONOKAI)
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return svg.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(draw(sys.argv[1], int(sys.argv[3]) if len(sys.argv) > 3 else 60), "utf-8")
