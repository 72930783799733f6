#!/usr/bin/env python3
"""Check the corpus: offsets, ids, counts. Prints every fault, and a summary; exit status 1 if there is a fault.

    check.py [CORPUS_DIR]

Standard library only. README.md says what each file is.
"""

import datetime as dt
import json
import re
import sys
import unicodedata
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
LANGUAGES = {"fr": 28, "en": 10, "ru": 6, "ar": 4}
HTML_PAGES, GOLD_FILES, WORDS = 8, 20, (120, 450)
FORMS = {"direct", "indirect", "mixed"}
CREDITS = {"source", "translator", "translated_from", "author", "photo"}
BOUNDS = {"exact", "about", "at_least", "more_than", "at_most", "less_than", "between", "several"}
UNITS = {"people", "families", "strikes", "sorties"}
GROUPS = {"civilians", "children", "women", "combatants", "unspecified"}
EFFECTS = {
    "killed",
    "wounded",
    "casualties",
    "missing",
    "detained",
    "displaced",
    "trapped",
    "returned",
    "surrendered",
    "struck",
}
SCOPES = {"incident", "period", "total"}
REALITIES = {"asserted", "conditional", "denied", "hypothetical"}
RELATIONS = {"as_stated", "reworded", "distorted"}
KINDS = {"verbatim", "edited", "translation", "cites"}
CHANGES = {"number", "word", "attribution", "date", "place", "effect"}
ORIGINS = {"own_count", "unsourced", "compilation"}
LATIN, CYRILLIC = "aeocpxy", "аеосрху"

faults = []


def check(ok, *what):
    if not ok:
        faults.append(" ".join(map(str, what)))
    return ok


# ------------------------------------------------------------------ reading


class MainText(HTMLParser):
    """The visible text inside <article>."""

    def __init__(self):
        super().__init__()
        self.parts, self.depth, self.hidden = [], 0, 0

    def handle_starttag(self, tag, attrs):
        self.depth += tag == "article"
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag):
        self.depth -= tag == "article"
        self.hidden -= tag in ("script", "style")
        if tag in ("p", "h1", "li", "div"):
            self.parts.append("\n")

    def handle_data(self, data):
        if self.depth and not self.hidden:
            self.parts.append(data)


def text_of(path):
    text = path.open(encoding="utf-8", newline="").read()
    if path.suffix != ".html":
        return text
    parser = MainText()
    parser.feed(text)
    return "".join(parser.parts)


def plain(text):
    """For comparing: ordinary spaces and apostrophes, no case."""
    text = re.sub(r"[\u00a0\u202f\s]+", " ", text)
    return text.replace("’", "'").casefold()


def shingles(text, n):
    words = re.findall(r"\w+", plain(text))
    return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}


def day(value):
    return dt.date.fromisoformat(value)


def load(name):
    return json.loads((ROOT / "truth" / name).read_text("utf-8"))


FILES = {p.stem: p for p in sorted((ROOT / "articles").iterdir())}
TEXTS = {k: text_of(p) for k, p in FILES.items()}
DOCUMENTS = {d["id"]: d for d in load("documents.json")}
GOLD = {
    p.stem: json.loads(p.read_text("utf-8"))
    for p in sorted((ROOT / "truth" / "gold").glob("*.json"))
    if p.stem != "names"
}
NAMES = json.loads((ROOT / "truth" / "gold" / "names.json").read_text("utf-8"))
GOLD_EN = {
    p.stem: json.loads(p.read_text("utf-8"))
    for p in sorted((ROOT / "truth" / "gold-en").glob("*.json"))
    if p.stem != "names"
}
NAMES_EN = json.loads((ROOT / "truth" / "gold-en" / "names.json").read_text("utf-8"))
RELAYS = load("relays.json")
INCIDENTS = load("incidents.json")


# ------------------------------------------------------------------ documents.json


def check_documents():
    check(set(FILES) == set(DOCUMENTS), "documents.json and articles/ differ:", set(FILES) ^ set(DOCUMENTS))
    check(
        Counter(d["language"] for d in DOCUMENTS.values()) == LANGUAGES,
        "languages",
        Counter(d["language"] for d in DOCUMENTS.values()),
    )
    check(sum(p.suffix == ".html" for p in FILES.values()) == HTML_PAGES, "number of html pages")
    for i, d in DOCUMENTS.items():
        text = plain(TEXTS[i])
        check(re.fullmatch(r"\d\d-[a-z0-9-]+", i), i, "is not NN-slug")
        check(d["file"] == FILES[i].name and d["format"] == FILES[i].suffix[1:], i, "file or format")
        check(plain(d["title"]) in text, i, "title not in the text")
        for c in d["credits"]:
            check(c["kind"] in CREDITS and plain(c["text"]) in text, i, "credit", c)
        day(d["published"])
        check(d["published_basis"] in ("stated", "inferred", "unknown"), i, "published_basis")
        check(d["gold"] == (i in GOLD), i, "gold flag")
        words = len(TEXTS[i].split())
        check(WORDS[0] <= words <= WORDS[1], i, words, "words")
        check(b"\r" not in FILES[i].read_bytes(), i, "line ends")


# ------------------------------------------------------------------ gold/


def span_is(text, item, prefix, label, words=None):
    """The three fields prefix/prefix_start/prefix_end agree with the text, or are all null."""
    start, end = item[f"{prefix}_start" if prefix else "start"], item[f"{prefix}_end" if prefix else "end"]
    if words is None:
        return check(start is None and end is None, label, "offsets without words")
    return check(
        text[start:end] == words and words == words.strip(),
        label,
        repr(words),
        "is not at",
        start,
        end,
        repr(text[start:end]),
    )


def check_gold(gold, names, language, quotes):
    """Full annotations: of .txt files to the letter, of a page (its offsets are into what a reader takes for its article) no spans."""
    known = {plain(v) for name, variants in names.items() for v in (name, *variants)}
    for i, g in gold.items():
        text, d = TEXTS[i], DOCUMENTS[i]
        check(d["language"] == language, i, "gold is for another language")
        if d["format"] != "txt":
            continue
        check(g["document"] == i and g["language"] == language, i, "document or language")
        check((g["published"], g["published_basis"]) == (d["published"], d["published_basis"]), i, "published")
        for c in g["credits"]:
            check(c["kind"] in CREDITS, i, "credit kind", c["kind"])
            span_is(text, c, "", i, c["text"])
        acts = {a["id"]: a for a in g["attributions"]}
        check(list(acts) == [f"a{n}" for n in range(1, len(acts) + 1)], i, "attribution ids")
        for a in acts.values():
            label = f"{i} {a['id']}"
            span_is(text, a, "source", label, a["source"])
            span_is(text, a, "cue", label, a["cue"])
            content = text[a["content_start"] : a["content_end"]]
            check(content and content == content.strip() and "\n" not in content, label, "content", repr(content))
            check(a["form"] in FORMS, label, "form")
            check(plain(a["name"]) in known, label, "name not in names.json:", a["name"])
            before, after = (
                text[a["content_start"] - 2 : a["content_start"]],
                text[a["content_end"] : a["content_end"] + 2],
            )
            check(
                (a["form"] == "direct") == (bool(set(quotes[0]) & set(before)) and bool(set(quotes[1]) & set(after))),
                label,
                "form against quotation marks",
            )
            if a["parent"]:
                p = acts.get(a["parent"])
                check(
                    p and p["content_start"] <= a["content_start"] and a["content_end"] <= p["content_end"],
                    label,
                    "is not inside its parent",
                )
        figures = g["figures"]
        check([f["id"] for f in figures] == [f"f{n}" for n in range(1, len(figures) + 1)], i, "figure ids")
        for f in figures:
            label = f"{i} {f['id']}"
            span_is(text, f, "", label, f["text"])
            check(
                f["bound"] in BOUNDS
                and f["unit"] in UNITS
                and f["group"] in GROUPS
                and f["effect"] in EFFECTS
                and f["scope"] in SCOPES
                and f["reality"] in REALITIES,
                label,
                "a word outside the guidelines",
            )
            check(
                (f["value"] is None) == (f["bound"] == "several") == (f["magnitude"] is not None),
                label,
                "value, bound and magnitude",
            )
            check((f["value_high"] is not None) == (f["bound"] == "between"), label, "value_high")
            check((f["effect"] == "struck") == (f["unit"] in ("strikes", "sorties")), label, "unit and effect")
            check((f["lat"] is None) == (f["lon"] is None), label, "lat, lon")
            for key in ("place_text", "date_text"):
                check(f[key] is None or plain(f[key]) in plain(text), label, key, f[key])
            if f["date_from"] and f["date_to"]:
                check(day(f["date_from"]) <= day(f["date_to"]) <= day(g["published"]), label, "dates")
            if f["scope"] == "incident":
                check(f["date_from"] and f["date_to"], label, "an incident without a day")
            a = acts.get(f["attribution"])
            check(bool(a) == bool(f["stated_by"]), label, "attribution and stated_by")
            if a:
                check(f["stated_by"][-1] == a["name"], label, "innermost speaker")
                check(
                    a["content_start"] <= f["start"] and f["end"] <= a["content_end"],
                    label,
                    "lies outside its attribution",
                )
                chain = [a["name"]]
                while a["parent"]:
                    a = acts[a["parent"]]
                    if a["name"] != chain[0]:  # a speaker who corrects himself counts once
                        chain.insert(0, a["name"])
                check(chain == f["stated_by"], label, "chain", chain, f["stated_by"])
            for name in (*f["stated_by"], f["perpetrator"]):
                check(name is None or plain(name) in known, label, "name not in names.json:", name)
    owner = {}
    for name, variants in names.items():
        for v in {plain(name), *map(plain, variants)}:
            check(owner.setdefault(v, name) == name, "names.json:", v, "stands for", owner[v], "and", name)


# ------------------------------------------------------------------ relays.json


def unmask(text):
    """Latin look-alikes back to Cyrillic."""
    return text.translate(str.maketrans(LATIN, CYRILLIC))


def mixed_words(text):
    def scripts(word):
        return {unicodedata.name(c).split()[0] for c in word if c.isalpha()}

    return [w for w in re.findall(r"\w+", text) if {"LATIN", "CYRILLIC"} <= scripts(w)]


def check_relays():
    edges = {(r["from"], r["to"]) for r in RELAYS["relays"]}
    check(len(edges) == len(RELAYS["relays"]), "a relay stands twice")
    check({r["kind"] for r in RELAYS["relays"]} == KINDS, "relay kinds")
    check({c["type"] for r in RELAYS["relays"] for c in r["changes"]} == CHANGES, "types of change")
    for r in RELAYS["relays"]:
        a, b, label = r["from"], r["to"], f"{r['from']} -> {r['to']}"
        if not check(a in FILES and b in FILES, label, "unknown article"):
            continue
        check(DOCUMENTS[a]["published"] <= DOCUMENTS[b]["published"], label, "the relay is older than its origin")
        check(
            (r["kind"] == "translation") == (DOCUMENTS[a]["language"] != DOCUMENTS[b]["language"])
            or r["kind"] == "cites",
            label,
            "kind and languages",
        )
        for c in r["changes"]:
            for side, where in (("from_text", a), ("to_text", b)):
                check(plain(c[side]) in plain(TEXTS[where]), label, side, repr(c[side]), "not found")
            check(c["from_text"] != c["to_text"], label, "no change", c)
            if not c["to_text"]:
                check(plain(c["from_text"]) not in plain(TEXTS[b]), label, repr(c["from_text"]), "was not dropped")
        if r["kind"] == "verbatim":
            x, y = shingles(unmask(TEXTS[a]), 5), shingles(unmask(TEXTS[b]), 5)
            check(len(x & y) > 0.75 * min(len(x), len(y)), label, "not verbatim", len(x & y), len(x), len(y))
    masked = {i for i, t in TEXTS.items() if len(mixed_words(t)) > 5}
    check(len(masked) == 1, "articles with look-alike letters:", masked)
    for key in ("same_statement_pairs", "independent_pairs", "unrelated_pairs"):
        for p in RELAYS[key]:
            check({p["a"], p["b"]} <= set(FILES), key, "unknown article", p)
            check(
                (p["a"], p["b"]) not in edges and (p["b"], p["a"]) not in edges, key, "is a relay too:", p["a"], p["b"]
            )
    for p in RELAYS["unrelated_pairs"]:
        shared = shingles(TEXTS[p["a"]], 12) & shingles(TEXTS[p["b"]], 12)
        same_site = DOCUMENTS[p["a"]]["outlet"] == DOCUMENTS[p["b"]]["outlet"]
        check(same_site or not shared, "unrelated pair shares words:", p["a"], p["b"], len(shared))
    for s in RELAYS["supersedes"]:
        check(
            plain(s["from_text"]) in plain(TEXTS[s["earlier"]])
            and plain(s["to_text"]) in plain(TEXTS[s["later"]])
            and plain(s["said_so"]) in plain(TEXTS[s["later"]]),
            "supersedes",
            s,
        )


# ------------------------------------------------------------------ incidents.json


def truth_of(incident, origins):
    """Recount what incidents.json says under "truth"."""

    def body(o):
        return origins[o]["body"]

    def own(o):
        return origins[o]["kind"] == "own_count"

    groups = {}
    for f in incident["figures"]:
        groups.setdefault((f["effect"], f["unit"], f["of"], f["value"], f["value_high"], f["magnitude"]), []).append(f)
    counts = {}
    for key, fs in groups.items():
        behind = {f["origin"] for f in fs if f["relation"] != "distorted" and own(f["origin"])}
        behind |= {c["origin"] for c in incident["confirmations"] if (c["effect"], c["value"]) == (key[0], key[3])}
        counts[key] = len({body(o) for o in behind})
    bodies = {body(f["origin"]) for f in incident["figures"] if own(f["origin"])} | {
        body(c["origin"]) for c in incident["confirmations"]
    }
    on_deaths = {
        body(f["origin"])
        for f in incident["figures"]
        if own(f["origin"]) and f["effect"] == "killed" and f["reality"] != "hypothetical"
    }
    on_deaths |= {body(c["origin"]) for c in incident["confirmations"] if c["effect"] == "killed"}
    return bodies, on_deaths, counts


def standing(f, origins):
    """A toll of the whole incident that nobody has withdrawn."""
    return (
        f["effect"] == "killed"
        and f["unit"] == "people"
        and f["of"] == "whole"
        and f["relation"] == "as_stated"
        and f["reality"] in ("asserted", "conditional")
        and f["value"] is not None
        and not origins[f["origin"]]["superseded_by"]
    )


def check_incidents():
    origins = {o["id"]: o for o in INCIDENTS["origins"]}
    incidents = {i["id"]: i for i in INCIDENTS["incidents"]}
    check(
        len(origins) == len(INCIDENTS["origins"]) and len(incidents) == len(INCIDENTS["incidents"]),
        "an id stands twice",
    )
    for o in origins.values():
        check(o["incident"] in incidents and o["first_article"] in FILES and o["kind"] in ORIGINS, "origin", o["id"])
        later = o["superseded_by"]
        check(
            later is None or (origins[later]["body"] == o["body"] and origins[later]["incident"] == o["incident"]),
            "origin",
            o["id"],
            "superseded_by",
        )
    used = {f["origin"] for i in incidents.values() for f in i["figures"]} | {
        c["origin"] for i in incidents.values() for c in i["confirmations"]
    }
    check(used == set(origins), "origins without a figure:", set(origins) - used)
    from_gold = Counter()
    for i in incidents.values():
        label = i["id"]
        check(set(i["look_alikes"]) <= set(incidents) - {label}, label, "look_alikes")
        check(i["articles"] == sorted({f["article"] for f in i["figures"]}), label, "articles")
        check(all(label in DOCUMENTS[a]["incidents"] for a in i["articles"]), label, "documents.json does not list it")
        check(len({f["id"] for f in i["figures"]}) == len(i["figures"]), label, "figure ids")
        for f in i["figures"]:
            where = f"{label} {f['id']} ({f['article']})"
            text = TEXTS[f["article"]]
            if f["start"] is None:
                check(
                    FILES[f["article"]].suffix == ".html" and f["text"] in text,
                    where,
                    repr(f["text"]),
                    "not in the page",
                )
            else:
                check(text[f["start"] : f["end"]] == f["text"], where, repr(f["text"]), "is not at its offsets")
            check(origins[f["origin"]]["incident"] == label, where, "origin of another incident")
            check(
                f["relation"] in RELATIONS
                and f["bound"] in BOUNDS
                and f["effect"] in EFFECTS
                and f["group"] in GROUPS
                and f["unit"] in UNITS
                and f["reality"] in REALITIES,
                where,
                "a word outside the guidelines",
            )
            if f["gold"]:
                g = next(x for x in GOLD[f["article"]]["figures"] if x["id"] == f["gold"])
                check(
                    all(
                        g[k] == f[k]
                        for k in (
                            "text",
                            "start",
                            "end",
                            "value",
                            "value_high",
                            "magnitude",
                            "bound",
                            "unit",
                            "effect",
                            "group",
                            "reality",
                            "stated_by",
                        )
                    ),
                    where,
                    "differs from gold",
                )
                from_gold[f["article"], f["gold"]] += 1
        for n in i["not_tolls"] + i["confirmations"]:
            check(plain(n["text"]) in plain(TEXTS[n["article"]]), label, repr(n["text"]), "not found")
        bodies, on_deaths, counts = truth_of(i, origins)
        t = i["truth"]
        check(
            t["independent_bodies"] == sorted(bodies) and t["independent_body_count"] == len(bodies),
            label,
            "independent bodies",
        )
        check(t["independent_bodies_on_deaths"] == sorted(on_deaths), label, "independent bodies on deaths")
        listed = {
            (d["effect"], d["unit"], d["of"], d["value"], d["value_high"], d["magnitude"]): d["independent_origins"]
            for d in t["distinct_figures"]
        }
        check(
            listed == counts,
            label,
            "distinct figures or their origins",
            {k: (listed.get(k), v) for k, v in counts.items() if listed.get(k) != v},
        )
        tolls = [f for f in i["figures"] if standing(f, origins)]
        if t["killed_civilians_range"]:
            numbers = [
                n for f in tolls if f["group"] != "combatants" for n in (f["value"], f["value_high"]) if n is not None
            ]
            check(
                t["killed_civilians_range"] == [min(numbers), max(numbers)],
                label,
                "range",
                t["killed_civilians_range"],
                numbers,
            )
    everything = {(i, f["id"]) for i, g in GOLD.items() for f in g["figures"]}
    check(
        set(from_gold) == everything and set(from_gold.values()) == {1},
        "gold figures not told once in incidents.json:",
        everything ^ set(from_gold),
    )
    controls = [i for i, d in DOCUMENTS.items() if d["register"].startswith("control")]
    check(len(controls) == 4 and not any(DOCUMENTS[c]["incidents"] for c in controls), "controls", controls)
    check(sum(i["main"] for i in incidents.values()) >= 8, "main incidents")


def main():
    check_documents()
    check(len(GOLD) == GOLD_FILES, len(GOLD), "gold files")
    check_gold(GOLD, NAMES, "fr", ("«", "»"))
    check(
        set(GOLD_EN) == {i for i, d in DOCUMENTS.items() if d["language"] == "en"}, "English gold files", set(GOLD_EN)
    )
    check_gold(GOLD_EN, NAMES_EN, "en", ('“"', '”"'))
    check_relays()
    check_incidents()
    for fault in faults:
        print("FAULT", fault)
    acts = sum(len(g["attributions"]) for g in GOLD.values())
    figures = sum(len(g["figures"]) for g in GOLD.values())
    told = sum(len(i["figures"]) for i in INCIDENTS["incidents"])
    print(
        f"{len(FILES)} articles, {len(GOLD)} gold files ({acts} attributions, {figures} figures), {len(RELAYS['relays'])} relays, "
        f"{len(INCIDENTS['incidents'])} incidents ({told} figures, {len(INCIDENTS['origins'])} origins): {len(faults)} faults"
    )
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
