"""`recoupe summary`: what a ledger holds, and what to try next."""

import dataclasses
import shlex
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import typer

from recoupe.cli import options
from recoupe.cli.context import Context
from recoupe.interface.catalogue import Catalogue
from recoupe.interface.wording import Wording

if TYPE_CHECKING:
    from recoupe.intake import Report
    from recoupe.store.summary import Sum, Summary

_VOICES = 3
"""How many of those who state a figure are named."""


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.summary"))
    def summary(
        ledger: str | None = options.ledger(say),
        as_json: bool = options.json_lines(say),
    ) -> None:
        from recoupe.cli.json_lines import line
        from recoupe.store.view import View

        file = context.ledger(ledger)
        with View.open(file) as view:
            if as_json:
                context.output.write(line(dataclasses.asdict(view.summary())))
            else:
                show_summary(context, view.summary(), view.french_names(), file)


def report_words(say: Catalogue, report: "Report") -> str:
    """What a run did, in one line."""
    counts = dataclasses.asdict(report)
    done = [say.count(f"report.{name}", n) for name, n in counts.items() if n]
    words = " · ".join(done) or say("report.nothing")
    return f"{words}. {say('report.nothing_again')}" if report.known and not report.read + report.again else words


def show_summary(context: Context, summary: "Summary", french: Mapping[str, str], ledger: str) -> None:
    """Prints the summary of the ledger at `ledger`, and what to try next."""
    say, out = context.say, context.output
    words = Wording(say, french)
    if not summary.languages:
        out.line(say("summary.empty", recoupe=context.program, ledger=shlex.quote(ledger)))
    else:
        out.line(
            (say.count("summary.documents", sum(n for _, n, _ in summary.languages)), "bold"), _languages(say, summary)
        )
        sources = say.count("summary.sources", summary.sources)
        out.line((say.count("summary.attributions", summary.attributions), "bold"), f", {sources}")
        out.line((say.count("summary.figures", summary.figures), "bold"), _resolved(say, summary))
        out.line()
        _show_largest(context, words, summary)
    _show_unread(context, summary)
    if summary.languages:
        _show_next(context, words, summary, ledger)


def _languages(say: Catalogue, summary: "Summary") -> str:
    """The languages that were read, and those that were only kept, each with its number of documents."""

    def listed(group: Iterable[tuple[str, int]]) -> str:
        return ", ".join(
            say("summary.of_language", n=n, language=say.name(f"language.{code}")) for code, n in group if n
        )

    known = listed((code, read) for code, _, read in summary.languages)
    unknown = listed((code, total - read) for code, total, read in summary.languages)
    later = say("summary.not_read", languages=unknown) if unknown else ""
    return say("summary.languages", languages=say("summary.then").join(part for part in (known, later) if part))


def _resolved(say: Catalogue, summary: "Summary") -> str:
    return f", {say('summary.placed', placed=summary.placed, dated=summary.dated)}" if summary.figures else ""


def _show_largest(context: Context, words: Wording, summary: "Summary") -> None:
    say = context.say
    if not summary.largest:
        context.output.line(say("summary.no_figures"))
        return
    context.output.line((say("summary.largest"), "bold"))
    context.output.table(
        [say(f"column.{name}") for name in ("wording", "effect", "place", "stated_by", "documents")],
        (
            (
                each.wording,
                say(f"effect.{each.effect}"),
                words.place_name(each.place, each.place_fr or "") if each.place else "",
                _voices(say, words, each),
                each.documents,
            )
            for each in summary.largest
        ),
        numbers=(4,),
    )


def _voices(say: Catalogue, words: Wording, each: "Sum") -> str:
    named = [
        words.chain((name,) if name else ()) + (f" ({n})" if n > 1 else "") for name, n in each.stated_by[:_VOICES]
    ]
    more = len(each.stated_by) - _VOICES
    return ", ".join(named) + (f" {say.count('summary.others', more)}" if more > 0 else "")


def _show_unread(context: Context, summary: "Summary") -> None:
    say, out = context.say, context.output
    out.line()
    if not summary.unread:
        out.line(say("summary.all_read"))
    else:
        out.line((say("summary.unread"), "bold"))
        for trouble in summary.unread:
            names = ", ".join(trouble.examples) + (", …" if trouble.times > len(trouble.examples) else "")
            out.line(
                f"  {trouble.times} × ", (say(f"issue.{trouble.kind}"), "yellow"), f" – {say.sentence(trouble.reason)}"
            )
            out.line((f"      {names}", "dim"))
    if summary.unresolved:
        kinds = ", ".join(f"{n} × {say(f'issue.{kind}')}" for kind, n in summary.unresolved)
        out.line(say("summary.unresolved", kinds=kinds))


def _show_next(context: Context, words: Wording, summary: "Summary", ledger: str) -> None:
    say, out = context.say, context.output
    recoupe, file = context.program, f"--ledger {shlex.quote(ledger)}"
    tips: list[tuple[str, str]] = []
    telling = [each for each in summary.largest if each.place and any(name for name, _ in each.stated_by)]
    best = max(telling, key=lambda each: each.documents, default=None)
    if summary.largest:
        tips.append((f"{recoupe} show {shlex.quote((best or summary.largest[0]).example[0])} {file}", "next_show"))
    if best and best.place:
        place = words.place_name(best.place, best.place_fr or "")
        tips.append((f"{recoupe} figures {file} --effect {best.effect} --place {shlex.quote(place)}", "next_figures"))
        source = words.name(next(name for name, _ in best.stated_by if name))
        tips.append((f"{recoupe} claims {file} --source {shlex.quote(source)}", "next_claims"))
    if summary.largest:
        tips.append((f"{recoupe} relays {file}", "next_relays"))
        tips.append((f"{recoupe} origins {file}", "next_origins"))
    tips.append((f"{recoupe} issues {file}", "next_issues"))
    out.line()
    out.line((say("summary.next"), "bold"))
    for command, about in tips:
        out.line("  ", (command, "cyan"), wrap=False)
        out.line((f"      {say(f'summary.{about}')}", "dim"))
