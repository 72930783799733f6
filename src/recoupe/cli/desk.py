"""`recoupe desk`: the pages in which people read the evidence, judge it and publish it, on this machine."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from recoupe.cli import options
from recoupe.cli.context import Context
from recoupe.errors import InputError

if TYPE_CHECKING:
    import socket

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 (asked for by who opens it, and only with passwords)


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.desk"))
    def desk(
        ledger: str | None = options.ledger(say),
        host: str = typer.Option("127.0.0.1", "--host", metavar="ADDRESS", help=say("help.host")),
        port: int = typer.Option(8017, "--port", metavar="N", min=0, max=65535, help=say("help.port")),
        users: str | None = typer.Option(None, "--users", metavar="FILE", help=say("help.users")),
        two_persons: bool = typer.Option(False, "--two-persons", help=say("help.two_persons")),
        browser: bool = typer.Option(False, "--open", help=say("help.open")),
        make_hash: bool = typer.Option(False, "--hash", help=say("help.hash")),
    ) -> None:
        from recoupe.desk.settings import Settings, hashed, read_users

        if make_hash:
            import getpass
            import secrets

            context.output.line(hashed(getpass.getpass(), secrets.token_hex(16)))
            return
        file = context.ledger(ledger)
        known = read_users(Path(users)) if users else {}
        if host not in _LOOPBACK and not known:
            raise InputError(say("error.needs_users", host=host))

        from recoupe.store.view import View

        View.open(file).close()  # a ledger that cannot be read is said before the pages open

        import uvicorn

        from recoupe.desk.app import create
        from recoupe.desk.memory import settle

        hosts = (*Settings.hosts, *(_names(host) if host not in _LOOPBACK else ()))
        settings = Settings(file, known, two_persons, say.language, hosts, host in _EVERYWHERE)
        listening = _listen(context, host, port)
        address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
        context.note(say("desk.open_at", address=address))
        if browser:
            import webbrowser

            webbrowser.open(address)
        application = create(settings)
        settle()
        config = uvicorn.Config(application, log_level="warning", server_header=False)
        uvicorn.Server(config).run(sockets=[listening])


def _names(host: str) -> tuple[str, ...]:
    """What this machine may be called by those who ask it."""
    import socket

    return f"[{host}]" if ":" in host else host, socket.gethostname(), socket.getfqdn()


def _listen(context: Context, host: str, port: int) -> "socket.socket":
    """The socket at which the desk answers; raises InputError where there can be none: another program has the port."""
    import socket

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(context.say("error.port", host=host, port=port, reason=reason)) from None
