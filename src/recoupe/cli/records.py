"""A Reading's records as a numbered list, below the article or instead of it."""

from recoupe.cli.context import Context
from recoupe.interface.wording import Wording
from recoupe.model.reading import Reading


def show_records(context: Context, reading: Reading, words: Wording) -> None:
    """Prints the numbered attributions and figures of a Reading, and its Issues."""
    say, out = context.say, context.output
    short = {a.id: f"a{n}" for n, a in enumerate(reading.attributions, 1)}
    short |= {f.id: f"f{n}" for n, f in enumerate(reading.figures, 1)}
    for attribution in reading.attributions:
        notes = [say(f"stance.{attribution.stance}"), say(f"form.{attribution.form}")]
        notes += [say("read.negated")] if attribution.negated else []
        notes += [say("read.inside", id=short.get(attribution.parent, "?"))] if attribution.parent else []
        cue = f" – {attribution.cue.text}" if attribution.cue else ""
        name = words.source(attribution)
        out.line("  ", (f"{short[attribution.id]:<4}", "cyan"), (name, "bold"), cue, (f" ({', '.join(notes)})", "dim"))
        out.line(f"      « {_flat(attribution.content.text)} »")
    for figure in reading.figures:
        notes = [short.get(figure.attribution, "?")] if figure.attribution else []
        notes += [say("read.part_of", id=short.get(figure.part_of, "?"))] if figure.part_of else []
        told = words.chain(figure.stated_by) + (f" ({', '.join(notes)})" if notes else "")
        out.line("  ", (f"{short[figure.id]:<4}", "yellow"), (_flat(figure.span.text), "bold"))
        out.line(f"      {words.figure(figure)} – {told}")
    for issue in reading.issues:
        quoted = f" « {_flat(issue.span.text)} »" if issue.span else ""
        said = say("read.issue", kind=say(f"issue.{issue.kind}"), reason=say.sentence(issue.reason))
        out.line((f"  !   {said}{quoted}", "dim"))


def _flat(text: str) -> str:
    return " ".join(text.split())
