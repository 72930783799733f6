"""Reading without a ledger: each article read, printed or written, and forgotten."""

import json
import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from recoupe import pipeline
from recoupe.cli.context import Context
from recoupe.cli.json_lines import line
from recoupe.cli.progress import progress
from recoupe.cli.records import show_records
from recoupe.cli.terminal import brief
from recoupe.engines import serial
from recoupe.engines.failure import Failure
from recoupe.errors import InputError
from recoupe.export.reading_json import reading_to_json, stem
from recoupe.feeds.files import fetch, survey
from recoupe.feeds.item import Item
from recoupe.interface.wording import Wording
from recoupe.model.issue import Issue
from recoupe.model.reading import Reading


def read_all(context: Context, paths: Sequence[str], *, as_json: bool, out: str | None, published: str | None) -> bool:
    """Whether every file could be read. Raises InputError for what cannot be done at all, before anything is read."""
    found = survey(paths)
    folder = None if out is None else _folder(context, out, found.paths)
    read_one = partial(_read, published=published)
    refused = 0
    with progress(context.say("report.reading")) as watch:
        for done, (path, outcome) in enumerate(serial.each(read_one, found.paths), 1):
            if isinstance(outcome, Reading):
                if folder is not None:
                    _write(folder / f"{stem(path)}.json", outcome)
                if as_json:
                    context.output.write(line(reading_to_json(outcome)))
                elif folder is None:
                    show(context, outcome)
            else:
                refused += 1
                reasons = [outcome.reason] if isinstance(outcome, Failure) else [i.reason for i in outcome]
                context.note(f"{path}: {'; '.join(map(context.say.sentence, reasons))}")
            if folder is not None:  # a bar among printed articles would only be in the way
                watch(done, len(found.paths))
    for issue in found.issues:
        context.note(f"{issue.path}: {context.say.sentence(issue.reason)}")
    if folder is not None and not as_json:
        context.output.line(context.say.count("report.written", len(found.paths) - refused, folder=out))
    return not refused


def show(context: Context, reading: Reading) -> None:
    """Prints one article's attributions and figures for a person."""
    say, out, document = context.say, context.output, reading.document
    words = Wording(say, _french(reading))
    date = document.published
    day = f"{date} ({say(f'basis.{document.published_basis}')})" if date else say("read.unknown_date")
    about = [say.name(f"language.{document.language}"), day, document.outlet, document.author]
    out.line((document.path, "bold"), f" · {' · '.join(part for part in about if part)}")
    if document.title:
        out.line(f"  {brief(document.title)}")
    if not reading.attributions and not reading.figures:
        out.line((f"  {say('read.nothing')}", "dim"))
    show_records(context, reading, words)
    out.line()


def _read(path: str, *, published: str | None) -> Reading | tuple[Issue, ...]:
    item = fetch(path)
    return pipeline.read(path, item.data, published=published) if isinstance(item, Item) else (item,)


def _folder(context: Context, out: str, paths: Sequence[str]) -> Path:
    """The folder to write into, made when there is none; raises InputError when two documents would have one name."""
    names: dict[str, str] = {}
    for path in paths:
        name = f"{stem(path)}.json"
        first = names.setdefault(name.casefold(), path)  # some disks do not tell A from a
        if first != path:
            raise InputError(context.say("error.same_name", first=first, second=path, name=name))
    try:
        folder = Path(out)
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(context.say("error.output", why=f"{out}: {error.strerror}")) from None
    return folder


def _write(file: Path, reading: Reading) -> None:
    """Writes the document's JSON, whole or not at all."""
    draft = file.with_name(f".{file.name}.{os.getpid()}.new")
    text = json.dumps(reading_to_json(reading), ensure_ascii=False, indent=1) + "\n"
    try:
        draft.write_text(text, "utf-8", errors="backslashreplace")
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def _french(reading: Reading) -> dict[str, str]:
    entities = (a.entity for a in reading.attributions if a.entity)
    return {entity.name: entity.name_fr for entity in entities if entity.name_fr}
