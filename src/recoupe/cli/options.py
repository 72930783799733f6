"""The options that several verbs share, each with its help in the person's language."""

from typing import TYPE_CHECKING, Any, get_args

import typer

from recoupe.cli.context import Context
from recoupe.interface.catalogue import Catalogue
from recoupe.model.claim import ClaimKind
from recoupe.model.figure import Effect, Group

if TYPE_CHECKING:
    from recoupe.store.filters import Filter
    from recoupe.store.view import View

KINDS: tuple[str, ...] = get_args(ClaimKind)
EFFECTS: tuple[str, ...] = get_args(Effect)
GROUPS: tuple[str, ...] = get_args(Group)


def paths(say: Catalogue) -> Any:
    """PATH…: what to read."""
    return typer.Argument(..., metavar="PATH", help=say("help.paths"), show_default=False)


def ledger(say: Catalogue) -> Any:
    """--ledger FILE, or RECOUPE_LEDGER in the environment."""
    return typer.Option(
        None, "--ledger", metavar="FILE", envvar="RECOUPE_LEDGER", show_envvar=False, help=say("help.ledger")
    )


def json_lines(say: Catalogue) -> Any:
    """--json."""
    return typer.Option(False, "--json", help=say("help.json"))


def published(say: Catalogue) -> Any:
    """--published DATE."""
    return typer.Option(None, "--published", metavar="DATE", help=say("help.published"))


def document(say: Catalogue) -> Any:
    """--document DOCUMENT."""
    return typer.Option(None, "--document", metavar="DOCUMENT", help=say("help.document"))


def source(say: Catalogue) -> Any:
    """--source NAME."""
    return typer.Option(None, "--source", metavar="NAME", help=say("help.source"))


def kind(say: Catalogue) -> Any:
    """--kind KIND."""
    return typer.Option(None, "--kind", metavar="KIND", help=say("help.effect", choices=", ".join(KINDS)))


def effect(say: Catalogue) -> Any:
    """--effect EFFECT."""
    return typer.Option(None, "--effect", metavar="EFFECT", help=say("help.effect", choices=", ".join(EFFECTS)))


def group(say: Catalogue) -> Any:
    """--group GROUP."""
    return typer.Option(None, "--group", metavar="GROUP", help=say("help.effect", choices=", ".join(GROUPS)))


def place(say: Catalogue) -> Any:
    """--place NAME."""
    return typer.Option(None, "--place", metavar="NAME", help=say("help.place"))


def date(say: Catalogue) -> Any:
    """--date DATE."""
    return typer.Option(None, "--date", metavar="DATE", help=say("help.date"))


def date_from(say: Catalogue) -> Any:
    """--from DATE."""
    return typer.Option(None, "--from", metavar="DATE", help=say("help.from"))


def date_to(say: Catalogue) -> Any:
    """--to DATE."""
    return typer.Option(None, "--to", metavar="DATE", help=say("help.to"))


def asked(
    context: Context,
    view: "View",
    *,
    document: str | None = None,
    source: str | None = None,
    effect: str | None = None,
    group: str | None = None,
    place: str | None = None,
    date: str | None = None,
    date_from: str | None = None,
    date_to: str | None = None,
    kind: str | None = None,
) -> "Filter":
    """The Filter for these options; raises InputError for one that cannot be."""
    from recoupe.store.filters import Filter

    first, last = context.period("--date", date)
    return Filter(
        document=view.find(document) if document else None,
        source=source,
        kind=context.choice("--kind", kind, KINDS),
        effect=context.choice("--effect", effect, EFFECTS),
        group=context.choice("--group", group, GROUPS),
        place=place,
        date_from=first or context.period("--from", date_from)[0],
        date_to=last or context.period("--to", date_to)[1],
    )
