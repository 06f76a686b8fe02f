#!/usr/bin/env python3
"""marks.py PAGE.html…: reads pages as a browser would and checks that the pieces which carry a row's number read, put
together, exactly as the row's text; that elements are nested well; that ids are unique; that headline figures point at
a fact with their text. Prints `N passed, N failed`."""
import json
import re
import sys
from collections import Counter
from html.parser import HTMLParser

passed = failed = 0


def check(what, good):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("not ok - " + what)


class Article(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.badly_nested = [], Counter(), 0
        self.pieces = {}
        self.feed(text)
        self.badly_nested += len(self.open)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.open.append((tag, attributes))
        if "id" in attributes:
            self.ids[attributes["id"]] += 1

    def handle_endtag(self, tag):
        if not self.open or self.open.pop()[0] != tag:
            self.badly_nested += 1

    def handle_data(self, text):
        for _, attributes in self.open:
            for kind in ("data-f", "data-t", "data-g"):
                for number in attributes.get(kind, "").split():
                    key = kind, int(number)
                    self.pieces[key] = self.pieces.get(key, "") + text


def read(path):
    with open(path, encoding="utf-8") as file:
        page = file.read()
    reports = json.loads(re.search(r'<script type="application/json" id="reports">(.*?)</script>', page, re.S).group(1))
    articles = re.findall(r"<article .*?</article>", page, re.S)
    check(f"{path}: an article for each report", len(articles) == len(reports) > 0)
    for report, text in zip(reports, articles):
        name, data, article = report["label"], report["data"], Article(text)
        check(f"{name}: elements are nested well", article.badly_nested == 0)
        check(f"{name}: ids are unique", max(article.ids.values()) == 1)
        for rows, kind in (("facts", "data-f"), ("tasks", "data-t")):
            wrong = [row["text"] for number, row in enumerate(data[rows], 1) if article.pieces.get((kind, number)) != row["text"]]
            check(f"{name}: {rows} that are marked otherwise than they read: {wrong[:3]}", not wrong)
        missing = [row["term"] for number, row in enumerate(data["terms"], 1) if row["uses"] and ("data-g", number) not in article.pieces]
        check(f"{name}: terms whose uses are not marked: {missing[:3]}", not missing)
        lost = [row["name"] for side in ("targets", "results") for row in data[side]
                if not row.get("fact") or data["facts"][row["fact"] - 1]["text"] != row["text"]]
        check(f"{name}: headline figures without their fact: {lost[:3]}", not lost)


for path in sys.argv[1:]:
    read(path)
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
