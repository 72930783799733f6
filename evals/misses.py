"""Every miss and false alarm of a comparison, by kind and by cause.

Causes are told from the records alone (the order of source, cue and content; capitals; digits), so that they hold for
every language.
"""

from collections.abc import Iterable, Iterator

from evals.compare import Comparison
from evals.match import Matched, Record, shared
from evals.miss import Miss, in_context
from evals.names import key


def misses(comparison: Comparison, text: str, corpus: str) -> Iterator[Miss]:
    """All that differs from gold in one document, in reading order within each kind."""
    where = f"{corpus} {comparison.document}"
    yield from _of_document(comparison, where)
    for one, kind in ((comparison.credits.missed, "credit missed"), (comparison.credits.spurious, "credit spurious")):
        for record in one:
            yield in_context(kind, str(record.get("kind")), where, text, record.get("start"), record.get("end"))
    yield from _of_attributions(comparison, text, where)
    yield from _of_figures(comparison, text, where)


def construction(attribution: Record) -> str:
    """How the reporting is built: the order of source, cue and content, or which part has no words."""
    places = {part: attribution.get(f"{part}_start") for part in ("source", "cue", "content")}
    if places["cue"] is None:
        return "no cue: quotation marks or layout only" if places["source"] is None else "no cue, but a source"
    if (attribution.get("content_start") or 0) <= places["cue"] < (attribution.get("content_end") or 0):
        return "cue inside the content"
    order = sorted((at, part) for part, at in places.items() if at is not None)
    return " ".join(part for _, part in order) + ("" if places["source"] is not None else ", source without words")


def source_form(attribution: Record) -> str:
    """What kind of words name the source: none, one small word (a pronoun), a name, or a description without a name."""
    words = attribution.get("source") or ""
    if not words:
        return "no words"
    if any(word[:1].isupper() for word in words.replace("’", " ").replace("'", " ").split()[1:]):
        return "name"
    if len(words.split()) > 1:
        return "description"
    return "name" if words[:1].isupper() and len(words) > 6 else "one word"


def _of_document(comparison: Comparison, where: str) -> Iterator[Miss]:
    wrong = {"language": not comparison.language_right, "published": comparison.published_right is False}
    for field in (field for field, is_wrong in wrong.items() if is_wrong):
        gold, predicted = comparison.gold.get(field), comparison.predicted.get(field)
        basis = comparison.gold.get("published_basis") if field == "published" else None
        cause = f"{basis or ''} {'not found' if predicted is None else 'another'}".strip()
        yield Miss(field, cause, where, "", "", "", f"{gold} ≠ {predicted}")


def _of_attributions(comparison: Comparison, text: str, where: str) -> Iterator[Miss]:
    matched = comparison.attributions
    for kind, records, others in _alone("attribution", matched):
        for record in records:
            rival = _touching(record, others, "content_")
            cause = "content cut otherwise: " + _cut(record, rival) if rival else construction(record)
            yield _at_content(kind, cause, where, text, record, _who(record))
    for gold, predicted in matched.pairs:
        for part, right in comparison.attribution_parts(gold, predicted).items():
            if right:
                continue
            if part == "source":
                cause = f"{source_form(gold)}, {'another' if predicted.get('name') else 'not resolved'}"
                detail = f"{gold.get('name')} ≠ {predicted.get('name')}; {_who(gold)}"
            else:
                cause = _confusion(gold.get(part), predicted.get(part), closed=part == "form")
                detail = f"{gold.get(part)} ≠ {predicted.get(part)}; {_who(gold)}"
            yield _at_content(f"attribution: {part}", cause, where, text, gold, detail)


def _of_figures(comparison: Comparison, text: str, where: str) -> Iterator[Miss]:
    matched = comparison.figures
    for kind, records, others in _alone("figure", matched):
        for record in records:
            rival = _touching(record, others, "")
            script = "digits" if any(c.isdigit() for c in record.get("text") or "") else "words"
            cause = (
                f"read as another number, {script}"
                if rival
                else f"{record.get('effect')}, {record.get('bound')}, {script}"
            )
            detail = f"{_number(record)} {record.get('unit')} {record.get('effect')}" + (
                f" ≠ {_number(rival)}" if rival else ""
            )
            yield in_context(kind, cause, where, text, record.get("start"), record.get("end"), detail)
    for gold, predicted in matched.pairs:
        for part, right in comparison.figure_parts(gold, predicted).items():
            if not right:
                cause, detail = _of_part(part, gold, predicted)
                yield in_context(f"figure: {part}", cause, where, text, gold.get("start"), gold.get("end"), detail)


def _of_part(part: str, gold: Record, predicted: Record) -> tuple[str, str]:
    if part in ("source", "chain"):
        chain, other = list(gold.get("stated_by") or []), list(predicted.get("stated_by") or [])
        detail = f"{' > '.join(map(str, chain)) or 'the article'} ≠ {' > '.join(map(str, other)) or 'the article'}"
        if part == "source":
            return _confusion(chain[-1:], other[-1:], closed=False), detail
        return f"{len(chain)} links, {len(other)} read", detail
    if part == "place":
        names = [f"{record.get('place')} ({record.get('place_text')})" for record in (gold, predicted)]
        return _setting("place", gold.get("lat"), predicted.get("lat"), gold, predicted), " ≠ ".join(names)
    if part == "date":
        spans = [f"{one.get('date_from')} – {one.get('date_to')} ({one.get('date_text')})" for one in (gold, predicted)]
        dated = [one.get("date_from") or one.get("date_to") for one in (gold, predicted)]
        return _setting("date", dated[0], dated[1], gold, predicted), " ≠ ".join(spans)
    closed = part != "perpetrator"
    return _confusion(gold.get(part), predicted.get(part), closed=closed), f"{gold.get(part)} ≠ {predicted.get(part)}"


def _confusion(gold: object, predicted: object, *, closed: bool) -> str:
    """« civilians ≠ unspecified » for a closed list of values; else whether one is missing, too many or another."""
    if closed:
        return f"{gold} ≠ {predicted}"
    if not predicted:
        return "not found"
    return "another" if gold else "should be none"


def _setting(part: str, wanted: object, read: object, gold: Record, predicted: Record) -> str:
    """Whether a place or date is missing, too many, read wrongly from the right words, or taken from other words."""
    if not wanted or not read:
        return _confusion(wanted, read, closed=False)
    words, others = key(gold.get(f"{part}_text")), key(predicted.get(f"{part}_text"))
    from_same = bool(words and others) and (words in others or others in words)
    return "same words, read otherwise" if from_same else "other words chosen"


def _alone(name: str, matched: Matched) -> Iterable[tuple[str, tuple[Record, ...], tuple[Record, ...]]]:
    return (
        (f"{name} missed", matched.missed, matched.spurious),
        (f"{name} spurious", matched.spurious, matched.missed),
    )


def _touching(record: Record, others: Iterable[Record], prefix: str) -> Record | None:
    best = max(others, key=lambda other: shared(record, other, prefix)[0], default=None)
    return best if best is not None and shared(record, best, prefix)[0] else None


def _cut(record: Record, rival: Record) -> str:
    longer = (record["content_end"] - record["content_start"]) - (rival["content_end"] - rival["content_start"])
    return "the other is shorter" if longer > 0 else "the other is longer" if longer else "the other is shifted"


def _at_content(kind: str, cause: str, where: str, text: str, record: Record, detail: str) -> Miss:
    return in_context(kind, cause, where, text, record.get("content_start"), record.get("content_end"), detail)


def _who(record: Record) -> str:
    return f"{record.get('name')} | source: {record.get('source')} | cue: {record.get('cue')}"


def _number(figure: Record) -> str:
    if figure.get("value") is None:
        return f"{figure.get('bound')} × {figure.get('magnitude')}"
    upper = f"–{figure['value_high']}" if figure.get("value_high") is not None else ""
    return f"{figure.get('bound')} {figure['value']}{upper}"
