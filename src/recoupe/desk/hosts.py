"""Hosts: under which names the desk answers, so that no page of another site can speak for it."""

from collections.abc import Collection
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class Hosts:
    """Refuses requests that were sent to another name.

    `addresses`: whether any address of digits is ours. A page of another site can make its own name lead to this machine, but
    cannot make a browser ask for an address.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str], *, addresses: bool) -> None:
        self._app, self._hosts, self._addresses = app, frozenset(each.lower() for each in hosts), addresses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on."""
        if scope["type"] != "http" or self._is_ours(_name(Headers(scope=scope).get("host", ""))):
            await self._app(scope, receive, send)
        else:
            await PlainTextResponse("400", 400)(scope, receive, send)

    def _is_ours(self, name: str) -> bool:
        return name in self._hosts or (self._addresses and _is_address(name))


def _name(host: str) -> str:
    """The name or address of a `Host`, without the port; addresses with colons stay between brackets."""
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    return host.partition(":")[0].lower()


def _is_address(name: str) -> bool:
    try:
        ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True
