"""`recoupe show`: an article with what was read from it."""

from collections.abc import Iterator
from itertools import pairwise

import typer

from recoupe.cli import options
from recoupe.cli.context import Context
from recoupe.cli.terminal import Part, Style
from recoupe.model.document import READ_KINDS
from recoupe.model.reading import Reading


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.show"))
    def show(
        document: str = typer.Argument(..., metavar="DOCUMENT", help=say("help.document"), show_default=False),
        ledger: str | None = options.ledger(say),
        as_json: bool = options.json_lines(say),
    ) -> None:
        from recoupe.cli.json_lines import line
        from recoupe.cli.records import show_records
        from recoupe.export.reading_json import reading_to_json
        from recoupe.interface.wording import Wording
        from recoupe.store.view import View

        with View.open(context.ledger(ledger)) as view:
            reading = view.reading(view.find(document))
            if as_json:
                context.output.write(line(reading_to_json(reading)))
                return
            found = reading.document
            about = (found.path, found.language, found.published, found.outlet, found.id)
            context.output.line((" · ".join(part for part in about if part), "dim"))
            context.output.line()
            context.output.line(*marked(reading, brackets=not context.output.for_people))
            context.output.line()
            show_records(context, reading, Wording(say, view.french_names()))


def marked(reading: Reading, *, brackets: bool) -> Iterator[Part]:
    """The text in parts, with `[a1 …]` around contents and `{f1 …}` around figures, or only their numbers and colours.

    What was not read is dim.
    """
    text = reading.document.text
    spans = [(a.content.start, a.content.end, f"a{n}", "[]") for n, a in enumerate(reading.attributions, 1)]
    spans += [(f.span.start, f.span.end, f"f{n}", "{}") for n, f in enumerate(reading.figures, 1)]
    opening: dict[int, list[tuple[int, int, str, str]]] = {}
    closing: dict[int, list[tuple[int, int, str, str]]] = {}
    for span in spans:
        opening.setdefault(span[0], []).append(span)
        closing.setdefault(span[1], []).append(span)
    read = [(b.start, b.end) for b in reading.document.blocks if b.kind in READ_KINDS]
    named = [(s.start, s.end) for a in reading.attributions for s in (a.source, a.cue) if s]
    cuts = {0, len(text), *(end for pair in (*read, *named) for end in pair), *opening, *closing}
    for start, end in pairwise(sorted(cuts)):
        if brackets:
            yield "".join(mark[1] for *_, mark in closing.get(start, []))
        for _, _, label, mark in sorted(opening.get(start, []), key=lambda s: (-s[1], s[2])):
            yield f"{mark[0]}{label} " if brackets else (f"{label} ", "cyan" if mark == "[]" else "yellow")
        yield text[start:end], _style(start, spans, read, named)
    if brackets:
        yield "".join(mark[1] for *_, mark in closing.get(len(text), []))


def _style(
    start: int, spans: list[tuple[int, int, str, str]], read: list[tuple[int, int]], named: list[tuple[int, int]]
) -> Style:
    if any(s <= start < e for s, e, _, mark in spans if mark == "{}"):
        return "yellow"
    if any(s <= start < e for s, e in named):
        return "magenta"
    if any(s <= start < e for s, e, *_ in spans):
        return "cyan"
    return "" if any(s <= start < e for s, e in read) else "dim"
