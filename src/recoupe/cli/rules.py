"""`recoupe rules`: the codebook, how each rule reads figures, and whose rule it is."""

import dataclasses

import typer

from recoupe.cli import options
from recoupe.cli.context import Context


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.rules"))
    def rules(as_json: bool = options.json_lines(say)) -> None:
        from recoupe.cli.json_lines import line
        from recoupe.stages.reconcile.codebook import codebook

        book, out = codebook(), context.output
        if as_json:
            for entry in book.entries.values():
                out.write(line(dataclasses.asdict(entry)))
            return
        out.line((say("rules.general"), "bold"))
        out.line("  ", book.general[say.language].strip().replace("\n", " "))
        for name, entry in book.entries.items():
            out.line()
            out.line((entry.name[say.language], "bold"), f"  {name}  ", (entry.whose[say.language], "dim"))
            out.line("  ", entry.text[say.language].strip().replace("\n", " "))
            taken = ", ".join(f"{say(f'vague.{key}')} {low}–{high}" for key, (low, high) in entry.words.items())
            out.line("  ", (say("rules.words", words=taken) if taken else say("rules.no_words"), "cyan"))
            out.line("  ", (f"{say('rules.source')} : {entry.source} ({entry.version})", "dim"))
