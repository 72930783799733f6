#!/usr/bin/env python3
"""Check this corpus: offsets, ids, lists, ranges, and that no number of people is left over. Standard library only."""
import datetime as dt
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
DOCS = json.loads((HERE / "documents.json").read_text("utf-8"))
INCS = json.loads((HERE / "incidents.json").read_text("utf-8"))["incidents"]
TEXTS = {d["id"]: (HERE / d["file"]).open(encoding="utf-8", newline="").read() for d in DOCS}
WORDS = {
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingtaine trente trentaine quarante quarantaine "
          "cinquante cinquantaine soixante soixantaine dizaine dizaines douzaine centaine centaines cent cents mille milliers aucun aucune plusieurs",
    "en": "no two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen twenty thirty forty fifty dozens hundreds thousands",
    "ru": "два две двое три трое троих четыре пять шесть семь семеро восемь восьми девять десять одиннадцать двенадцать десятки сотни тысячи тысяч",
    "ar": "اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة عشرات مئات آلاف",
}
faults, leftovers = [], []


def check(ok, *what):
    if not ok:
        faults.append(" ".join(map(str, what)))


check({p.name for p in (HERE / "articles").iterdir()} == {Path(d["file"]).name for d in DOCS}, "files and documents.json differ")
ids = [i["id"] for i in INCS]
check(len(set(ids)) == len(ids), "an id stands twice")
taken, listed = {}, {d["id"]: set() for d in DOCS}
for i in INCS:
    check(i["kind"] in ("incident", "running_total"), i["id"], "kind")
    check(set(i["look_alikes"]) <= set(ids) - {i["id"]}, i["id"], "look_alikes")
    check(i["articles"] == sorted({f["article"] for f in i["figures"]}) and i["articles"], i["id"], "articles")
    check(dt.date.fromisoformat(i["date_from"]) <= dt.date.fromisoformat(i["date_to"]), i["id"], "dates")
    check(len({f["id"] for f in i["figures"]}) == len(i["figures"]), i["id"], "figure ids")
    civilians = []
    for f in i["figures"] + i["not_tolls"]:
        check(TEXTS[f["article"]][f["start"]:f["end"]] == f["text"], i["id"], f["text"], "offsets")
        for n in range(f["start"], f["end"]):
            check((f["article"], n) not in taken, f["article"], f["text"], "stands twice")
            taken[f["article"], n] = i["id"]
    for f in i["figures"]:
        listed[f["article"]].add(i["id"])
        check(f["bound"] in "exact about at_least more_than at_most less_than between several".split(), f["text"], "bound")
        check(f["reality"] in ("asserted", "conditional", "denied", "hypothetical"), f["text"], "reality")
        if (f["effect"] == "killed" and f["unit"] == "people" and f["of"] == "whole" and f["relation"] == "as_stated" and not f["superseded"]
                and f["reality"] in ("asserted", "conditional") and f["group"] in ("civilians", "children", "women")):
            civilians += [n for n in (f["value"], f["value_high"]) if n is not None]
    check(i["truth"]["killed_civilians_range"] == ([min(civilians), max(civilians)] if civilians else None), i["id"], "range")
    # the same origin gives the same number, and is withdrawn everywhere or nowhere
    for o in {f["origin"] for f in i["figures"]}:
        tolls = [f for f in i["figures"] if f["origin"] == o and f["effect"] == "killed" and f["of"] == "whole" and f["relation"] == "as_stated"]
        check(len({(f["value"], f["superseded"]) for f in tolls}) <= 1, i["id"], o, "two numbers of one origin")
by_origin = {}
for i in INCS:
    for f in i["figures"]:
        by_origin.setdefault(f["origin"], set()).add(i["id"])
for o, where in by_origin.items():
    check(len(where) == 1, "origin of two incidents", o)
for d in DOCS:
    text = TEXTS[d["id"]]
    check(set(d["incidents"]) == listed[d["id"]], d["id"], "incidents")
    check(d["title"] in text, d["id"], "title")
    check(500 <= len(text) <= 1600, d["id"], "length", len(text))
    if d["published"] and d["published_basis"] == "stated":
        y, m, day = d["published"].split("-")
        check(y in text, d["id"], "year not in the text")
    pattern = r"\d[\d\u00a0\u202f .,]*\d|\d+|\b(?:%s)\b" % "|".join(WORDS[d["language"]].split())
    for m in re.finditer(pattern, text, re.I):
        if (d["id"], m.start()) not in taken:
            leftovers.append(f"{d['id'][:14]}: …{text[max(0, m.start()-25):m.end()+25]!r}")
if "-v" in sys.argv:
    print("numbers that are neither figures nor not_tolls (dates, ages, hours, buildings):", *leftovers, sep="\n  ")
print(*faults, sep="\n")
print(len(DOCS), "articles,", sum(i["kind"] == "incident" for i in INCS), "incidents,", sum(i["kind"] == "running_total" for i in INCS), "running totals,",
      sum(len(i["figures"]) for i in INCS), "figures,", sum(len(i["not_tolls"]) for i in INCS), "not tolls,", len(faults), "faults")
sys.exit(bool(faults))
