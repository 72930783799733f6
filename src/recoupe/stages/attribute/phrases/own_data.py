"""Own data: figures that are said to be gathered by those whose they then are (« les données recueillies par l'ONU »)."""

from recoupe.stages.attribute.words.line import Line


def own_data(line: Line, i: int) -> bool:
    """Whether the participle at `i` says who gathered figures, whose they then are (« les données recueillies par l'ONU »; not « les
    témoignages recueillis par l'agence »)."""
    voices = line.pack.voices
    noun = voices.documents.get(line.folds[i - 1]) if i else None
    gathered = any(v in voices.gathering for v, _ in line.verbs.analyses(line.folds[i]))
    return noun is not None and noun.lemma in voices.counted and gathered
