"""The command line: it parses, calls, prints, and turns every error into one sentence and an exit code."""

import gc
import io
import os
import sys
from collections.abc import Sequence

FAULT = 70
INTERRUPTED = 130
CLOSED = 141
"""As a shell shows a program that wrote into a closed pipe."""
_BETWEEN_COLLECTIONS = 50_000
"""How many objects may be made before garbage is looked for: the packs are hundreds of thousands that stay, and to go
through them again and again while they are loaded took a sixth of the time until the first article was read."""


def main() -> None:
    """Runs the command with the arguments of this process, and exits."""
    sys.unraisablehook = _not_lost
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    try:
        code = status(sys.argv[1:])
    except KeyboardInterrupt:  # before anything was begun, or while it was put away
        code = INTERRUPTED
    gc.freeze()  # or the interpreter goes through all the packs once more at its end: a fifth of a short call
    sys.exit(code)


def status(arguments: Sequence[str]) -> int:
    """The exit code of one call; `recoupe --help` lists them."""
    from recoupe.cli.context import Context
    from recoupe.cli.terminal import Output, OutputError, PipeClosedError
    from recoupe.errors import RecoupeError
    from recoupe.interface.catalogue import LANGUAGES, Catalogue, language_of

    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    language, arguments, refused = language_of(arguments, os.environ)
    say = Catalogue(language)
    context = Context(say, Output(for_people=sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))))
    if refused is not None:
        context.note(f"recoupe: {say('error.lang', given=refused, choices=', '.join(LANGUAGES))}")
        return 2
    try:
        from recoupe.cli.parser import call

        code = call(context, arguments)
        context.output.flush()
    except RecoupeError as error:
        context.note(f"recoupe: {say.sentence(str(error))}")
        return error.exit_code
    except OutputError as error:
        context.note(f"recoupe: {say('error.output', why=error)}")
        return 1
    except PipeClosedError:
        _forget_output()
        return CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        context.note(f"recoupe: {say('error.output', why=error.strerror or error)}")
        return 1
    except Exception as error:
        if os.environ.get("RECOUPE_DEBUG"):
            raise
        context.note(f"recoupe: {say('error.fault', what=f'{type(error).__name__}: {error}'[:200])}")
        return FAULT
    return code


def _not_lost(unraisable: "sys.UnraisableHookArgs") -> None:
    """An interrupt that comes while an object is put away is dropped by Python; it is sent once more."""
    if not issubclass(unraisable.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(unraisable)
        return
    import signal
    import threading

    again = threading.Timer(0.01, os.kill, (os.getpid(), signal.SIGINT))
    again.daemon = True
    again.start()


def _open_what_is_closed() -> None:
    """Points an output that is closed nowhere, so that no file opened later takes its place."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 (as long as the process)


def _forget_output() -> None:
    """Points standard output nowhere, so that what is held back does not fail once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
