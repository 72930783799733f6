"""The error page: every miss and false alarm in context, counted by kind and by cause, the most frequent first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from html import escape

from evals.miss import Miss

_HEAD = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>recoupe: what was read wrongly</title>
<style>
body { font: 15px/1.45 system-ui, sans-serif; max-width: 75em; margin: 2em auto; padding: 0 1em }
body { color: #222; background: #fff }
table { border-collapse: collapse } td { padding: .1em .8em .1em 0; vertical-align: top } td.n { text-align: right }
mark { background: #ffd97a } .where, .detail { color: #666; font-size: 13px }
li { margin: .5em 0 } summary { cursor: pointer }
@media (prefers-color-scheme: dark) {
 body { color: #ddd; background: #181818 } mark { background: #7a5c00; color: #fff } .where, .detail { color: #999 }
}
</style>
<h1>What was read wrongly</h1>
<p>Misses and false alarms by kind and cause, the most frequent first. « a ≠ b »: a is gold, b is what was read.
This page quotes other people's texts: keep it to yourself.</p>
"""


def page(misses: Sequence[Miss]) -> str:
    """The whole page as HTML."""
    kinds: defaultdict[str, list[Miss]] = defaultdict(list)
    for miss in misses:
        kinds[miss.kind].append(miss)
    ranked = sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = "".join(
        f'<tr><td class=n>{len(found)}</td><td><a href="#{_anchor(kind)}">{escape(kind)}</a></td></tr>'
        for kind, found in ranked
    )
    return f"{_HEAD}<table>{rows}</table>\n" + "\n".join(_section(kind, found) for kind, found in ranked) + "</html>\n"


def counts(misses: Iterable[Miss]) -> list[tuple[str, int]]:
    """How many of each kind, the most frequent first."""
    return sorted(Counter(miss.kind for miss in misses).items(), key=lambda item: (-item[1], item[0]))


def _section(kind: str, found: Sequence[Miss]) -> str:
    causes: defaultdict[str, list[Miss]] = defaultdict(list)
    for miss in found:
        causes[miss.cause].append(miss)
    ranked = sorted(causes.items(), key=lambda item: (-len(item[1]), item[0]))
    blocks = "\n".join(
        f"<details><summary>{len(some)} · {escape(cause)}</summary><ul>{''.join(map(_item, some))}</ul></details>"
        for cause, some in ranked
    )
    return f'<h2 id="{_anchor(kind)}">{len(found)} · {escape(kind)}</h2>\n{blocks}\n'


def _item(miss: Miss) -> str:
    words = f"<bdi>{escape(miss.before)}<mark>{escape(miss.marked)}</mark>{escape(miss.after)}</bdi>"
    about = f"<span class=detail>{escape(miss.detail)}</span> <span class=where>{escape(miss.where)}</span>"
    return f"<li>{words}<br>{about}</li>"


def _anchor(kind: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in kind)
