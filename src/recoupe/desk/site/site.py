"""Site: the pages and files that are published of a ledger. Only what is Published gets onto a page."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from recoupe.desk.desk import STATIC
from recoupe.desk.drawing.map_spots import KILOMETRES, collection, spot
from recoupe.desk.drawing.timeline import timeline
from recoupe.desk.drawing.toll_chart import toll_chart
from recoupe.export.incident_labels import labels
from recoupe.export.masks import Masks
from recoupe.export.published_data import figures_csv, incidents_csv, incidents_geojson, incidents_json
from recoupe.export.scorecard import scorecard
from recoupe.interface.catalogue import LANGUAGES, Catalogue
from recoupe.interface.wording import Wording
from recoupe.model.figure import Figure
from recoupe.publishing import Publication
from recoupe.stages.derive.profile import Profile
from recoupe.stages.reconcile.codebook import codebook
from recoupe.stages.reconcile.digest import origins
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.reconciled import Reconciled
from recoupe.stages.review.published import Published

_MAP = "map.geojson"
_STATIC = (
    *("desk.css", "site.css", "incident.css", "incidents.css", "icon.svg", "map.mjs", "borders.geojson"),
    *("vendor/maplibre-gl.css", "vendor/maplibre-gl.mjs", "vendor/maplibre-gl-worker.mjs"),
    "vendor/maplibre-gl.LICENSE.txt",
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence in which a Figure stands, in three parts; names masked."""

    before: str
    words: str
    after: str


class _MaskedWording(Wording):
    """Records in a person's words, without the names that are not to be shown."""

    def __init__(self, say: Catalogue, french: Mapping[str, str], masks: Masks) -> None:
        super().__init__(say, french)
        self._masks = masks

    def name(self, name: str) -> str:
        """A source or party."""
        return self._masks(super().name(name))


class Site:
    """One site. `day`: when it is made (ISO date); `french`: the French label of names known in English."""

    def __init__(
        self, publication: Publication, *, french: Mapping[str, str], day: str, needed: int, show_names: bool
    ) -> None:
        self._publication, self._french, self._day, self._needed = publication, french, day, needed
        self._show_names = show_names
        self._templates = Environment(
            loader=PackageLoader("recoupe.desk", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def files(self) -> dict[str, bytes]:
        """Every file by its path."""
        return {path: self.file(path) or b"" for path in self.paths()}

    def paths(self) -> Iterator[str]:
        """The paths of all files."""
        yield "index.html"
        for language in LANGUAGES:
            for name in ("index", "codebook", "scorecard", *self._incidents):
                yield f"{language}/{name}.html"
            yield f"{language}/{_MAP}"
        yield from self._data
        yield from (f"static/{name}" for name in _STATIC)

    def file(self, path: str) -> bytes | None:
        """The file at a path; None where there is none."""
        folder, _, name = path.rpartition("/")
        if path == "index.html":
            return self._page(LANGUAGES[0], "site/entrance.html", "")
        if path in self._data:
            return self._data[path]().encode("utf-8", "replace")
        if path.removeprefix("static/") in _STATIC and path.startswith("static/"):
            return (STATIC / path.removeprefix("static/")).read_bytes()
        if folder in LANGUAGES and name == _MAP:
            return _json(self._map(folder)).encode("utf-8", "replace")
        page = name.removesuffix(".html")
        if folder not in LANGUAGES or page == name:
            return None
        match page:
            case "index":
                return self._index(folder)
            case "codebook":
                return self._page(folder, "site/codebook.html", page, book=codebook())
            case "scorecard":
                return self._page(folder, "site/scorecard.html", page, scores=scorecard())
        found = self._incidents.get(page)
        return None if found is None else self._incident(folder, found)

    @property
    def _incidents(self) -> dict[str, Published[Reconciled]]:
        return {each.content.evidence.incident.id: each for each in self._publication.incidents}

    @property
    def _data(self) -> dict[str, Callable[[], str]]:
        shown, masks = self._publication.incidents, self._masks(LANGUAGES[0])
        about = {"made": self._day, "accepted_by_at_least": self._needed, "names_masked": not self._show_names}
        return {
            "data/incidents.csv": lambda: incidents_csv(shown),
            "data/figures.csv": lambda: figures_csv(shown, masks),
            "data/incidents.json": lambda: _json({**about, "incidents": incidents_json(shown, masks)}),
            "data/incidents.geojson": lambda: _json(incidents_geojson(shown)),
        }

    def _masks(self, language: str) -> Masks:
        word = Catalogue(language)("site.resident")
        return Masks((), word) if self._show_names else self._publication.private.masks(word)

    def _index(self, language: str) -> bytes:
        rows = []
        for each in self._publication.incidents:
            evidence = each.content.evidence
            rows.append(
                {
                    "incident": evidence.incident,
                    "label": _label(evidence, language),
                    "killed": [t for t in each.content.tallies if (t.rule, t.effect) == ("origins", "killed")],
                    "origins": origins(evidence),
                    "grade": each.content.grading.suggested if each.content.grading else None,
                    "figures": len(evidence.figures),
                }
            )
        days = [i.date_from or i.date_to for i in (p.content.evidence.incident for p in self._publication.incidents)]
        spots = self._map(language)
        mapped = bool(spots["features"] or spots["countries"])
        return self._page(
            language, "site/index.html", "index", rows=rows, timeline=timeline(days), map=_MAP if mapped else None
        )

    def _map(self, language: str) -> dict[str, Any]:
        """The places of what is published; a place with several incidents leads to the newest in the list."""
        say, found = Catalogue(language), defaultdict(list)
        for each in self._publication.incidents:
            if (place := each.content.evidence.incident.place) is not None:
                found[place.id].append((place, each.content))
        spots, countries = [], []
        for there in found.values():
            place, first = there[0]
            if place.precision == "country" and place.country:
                countries.append(place.country)
            if place.precision not in KILOMETRES or place.lat is None or place.lon is None:
                continue
            alone = first.evidence.incident.id
            spots.append(
                spot(
                    (place.lat, place.lon),
                    _label(first.evidence, language) if len(there) == 1 else say.called(place.name, place.name_fr),
                    place.precision,
                    incidents=len(there),
                    disputed=sum(any(d.kind == "conflict" for d in each.disagreements) for _, each in there),
                    to=f"{alone}.html" if len(there) == 1 else f"#{alone}",
                )
            )
        return collection(spots, countries)

    def _incident(self, language: str, published: Published[Reconciled]) -> bytes:
        found = published.content
        evidence = found.evidence
        masks = self._masks(language)
        words = _MaskedWording(Catalogue(language), self._french, masks)
        return self._page(
            language,
            "site/incident.html",
            evidence.incident.id,
            label=_label(evidence, language),
            evidence=evidence,
            incident=evidence.incident,
            found=found,
            words=words,
            masks=masks,
            charts=toll_chart(found, words),
            rules=codebook().entries,
            origins=origins(evidence),
            sentences={figure.id: _sentence(figure, evidence, masks) for figure in evidence.figures},
            by=published.by,
        )

    def _page(self, language: str, template: str, page: str, **given: Any) -> bytes:
        text = self._templates.get_template(template).render(
            say=Catalogue(language),
            others=[each for each in LANGUAGES if each != language],
            languages=LANGUAGES,
            page=page,
            day=self._day,
            needed=self._needed,
            show_names=self._show_names,
            **given,
        )
        return text.encode("utf-8", "replace")


def _label(evidence: Evidence, language: str) -> str:
    return labels(evidence.incident, (figure.effect for figure in evidence.figures))[language]


def _sentence(figure: Figure, evidence: Evidence, masks: Masks) -> Sentence:
    reading = next(each for each in evidence.readings if each.document.id == figure.document)
    profile, text, span = Profile(reading), reading.document.text, figure.span
    at = profile.passage_at(span.start)
    start, end = (span.start, span.end) if at is None else (profile.passages[at].start, profile.passages[at].end)
    start, end = min(start, span.start), max(end, span.end)
    parts = [masks(text[a:b]) for a, b in ((start, span.start), (span.start, span.end), (span.end, end))]
    whole = masks(text[start:end])
    return Sentence(*parts) if "".join(parts) == whole else Sentence(whole, "", "")  # a name that the number cuts


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
