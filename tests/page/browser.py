#!/usr/bin/env python3
"""browser.py ONE MANY MARKUP PLAIN BARE [FOLDER]: drives pages in a real browser: of one report, of several, of one
whose text holds markup, of one without charts, of a single line. Screenshots go to FOLDER where it is given."""
import json
import os
import sys

from webdriver import Browser

passed = failed = 0


def check(what, good, got=None):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(f"not ok - {what}" + ("" if got is None else f": got {got!r}"))


def equal(what, got, wanted):
    check(f"{what} is {wanted!r}", got == wanted, got)


# Is the element in sight within its scroll container and the window?
IN_SIGHT = """(() => { const e = document.querySelector(arguments[0]); if (!e) return false;
  const b = e.getBoundingClientRect(); return b.height > 0 && b.top >= 0 && b.bottom <= innerHeight + 1 && b.left >= -1 && b.right <= innerWidth + 1; })()"""
TEXT = "(document.querySelector(arguments[0]) || {}).textContent"
COUNT = "document.querySelectorAll(arguments[0]).length"
ENTER, RIGHT = "\ue007", "\ue014"

# Contrast of text against what is behind it, as WCAG counts it; the least over all visible elements with text.
CONTRAST = """
const light = (c) => { const [r, g, b] = c.map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const parse = (s) => { const n = s.match(/[\\d.]+/g).map(Number); return { rgb: n.slice(0, 3), a: n[3] ?? 1 }; };
const behind = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.a === 1) return c.rgb; } return [255, 255, 255]; };
let worst = [99, ""];
for (const e of document.querySelectorAll("body *")) {
  if (!e.offsetParent || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
  const a = light(parse(getComputedStyle(e).color).rgb), b = light(behind(e));
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < worst[0]) worst = [ratio, e.tagName + "." + e.className + " " + e.textContent.slice(0, 20)];
}
return worst;"""


def sound(browser, name):
    """No console message, no request but for the file itself, no broken layout."""
    messages = [entry["message"] for entry in browser.log("browser") if entry["level"] in ("SEVERE", "WARNING")]
    equal(f"{name}: console", messages, [])
    requests = []
    for entry in browser.log("performance"):
        event = json.loads(entry["message"])["message"]
        if event["method"] == "Network.requestWillBeSent":
            requests.append(event["params"]["request"]["url"])
    outside = [url for url in requests if not url.startswith(("file://", "data:"))]
    equal(f"{name}: requests to a network", outside, [])
    equal(f"{name}: files that are loaded", len({url for url in requests if url.startswith("file://")}), 1)


def fits(browser, name):
    for view in ("contents", "text", "data"):
        browser.run("const b = document.querySelector(`#views [data-view='${arguments[0]}']`); if (b.offsetParent) b.click()", view)
        over = browser.run("""return [...document.querySelectorAll("body *")].filter((e) => e.offsetParent && !e.closest(".wide") &&
          !e.matches(".skip") && e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.tagName + "." + e.className).slice(0, 3)""")
        equal(f"{name}, {view}: elements wider than the window", over, [])


def one_report(browser, path, shot):
    browser.media()
    browser.open(path)
    check("one: the chart is drawn", browser.until("document.querySelector('#headline-chart canvas')?.width > 100"))
    shot("one-light")
    worst = browser.run(CONTRAST)
    check("one: least contrast at least 4.5", worst[0] >= 4.5, worst)

    order = browser.run("return [...document.querySelectorAll('#rows tbody th')].map((cell) => cell.firstChild.data)")
    check("one: growth of the whole comes first", order[0] == "地区生产总值" and len(order) > 10, order)
    equal("one: rows of one indicator stand together", len(order) - len(set(order)), sum(a == b for a, b in zip(order, order[1:])))
    check("one: it says where and when", "2025" in browser.run("return " + TEXT, "#about"))

    # from row to sentence
    browser.click("#tab-facts")
    rows = browser.run("return " + COUNT, "#rows tbody tr")
    check("one: many numbers", rows > 50, rows)
    last = f'#rows tr[data-n="{rows}"]'
    indicator = browser.run("return " + TEXT, last + " td")
    browser.run("document.querySelector(arguments[0]).scrollIntoView()", last)
    browser.click(last + " a")
    check("a click on a row scrolls to its sentence", browser.until(IN_SIGHT, '.n[data-current="piece"]'))
    equal("the number that is marked", browser.run("return [...document.querySelectorAll('.n[data-current]')].map((e) => e.textContent).join('')"), indicator)
    equal("sentences that are marked", browser.run("return " + COUNT, '.s[data-current="sentence"]'), 1)
    check("the row is marked", browser.run(f"return document.querySelector('{last}').getAttribute('aria-current')") == "true")
    equal("the number stands in the marked sentence", browser.run("return !!document.querySelector('.s[data-current] .n[data-current]')"), True)

    # every row's number is what the text shows at its place
    wrong = browser.run("""return [...document.querySelectorAll("#rows tbody tr")].filter((row) => { row.querySelector("a").click();
      return [...document.querySelectorAll(".n[data-current]")].map((e) => e.textContent).join("") !== row.cells[1].firstChild.data; }).map((row) => row.textContent)""")
    equal("rows whose number is not the one marked", wrong, [])

    # from number to row
    browser.click("#tab-headline")
    browser.click("article .n.target")
    equal("a click on a number opens the numbers", browser.run("return document.querySelector('[role=tab][aria-selected=true]').id"), "tab-facts")
    check("and its row is in sight", browser.until(IN_SIGHT, '#rows tr[aria-current="true"]'))
    equal("and names the number", browser.run("return document.querySelector('#rows tr[aria-current] td').firstChild.data"),
          browser.run("return document.querySelector('article .n.target').textContent"))

    # headline rows, tasks, terms
    browser.click("#tab-headline")
    browser.click("#rows tbody tr:nth-child(2) [data-fact]")
    check("a headline figure leads to its sentence", browser.until(IN_SIGHT, '.n[data-current="piece"]'))
    browser.click("#tab-tasks")
    browser.click("#rows tbody tr:last-child a")
    check("a task leads to its clause", browser.until(IN_SIGHT, '.t[data-current="piece"]'))
    equal("the clause reads like the task", browser.run("return document.querySelector('.t[data-current]').textContent"),
          browser.run("return document.querySelector('#rows tr[aria-current] a').textContent"))
    browser.click("#tab-terms")
    browser.click("#rows tbody tr:first-child a")
    check("a term leads to its use", browser.until(IN_SIGHT, '.g[data-current="piece"]'))
    browser.click("#tab-facts")
    browser.click(".g[data-current]")
    equal("a click on a term opens its note", browser.run("return document.querySelector('#rows tr[aria-current]').dataset.n"), "1")

    # filters and search
    browser.click("#tab-facts")
    everything = browser.run("return " + COUNT, "#rows tbody tr")
    browser.run("const s = document.querySelector('#filters select'); s.value = 'target'; s.dispatchEvent(new Event('change', {bubbles: true}))")
    targets = browser.run("return " + COUNT, "#rows tbody tr")
    check("a filter narrows", 0 < targets < everything, (targets, everything))
    equal("to what it says", browser.run("return " + COUNT, "#rows tbody tr.target"), targets)
    browser.click("article .n.result")
    check("a number that is filtered away is found all the same", browser.until(IN_SIGHT, '#rows tr[aria-current="true"]'))
    browser.type("#search", "城镇新增就业")
    found = browser.run("return " + COUNT, "#rows tbody tr")
    check("the search narrows the table", 0 < found < everything, (found, everything))
    hits = browser.run("return " + COUNT, ".s[data-hit]")
    check("and marks sentences", 0 < hits < 10, hits)
    browser.keys(ENTER)
    check("Enter goes to the first of them", browser.until(IN_SIGHT, '.s[data-current][data-hit]'))
    check("and says which it is", str(browser.run("return " + TEXT, "#found")).startswith("1 / "))
    browser.run("const s = document.querySelector('#search'); s.value = ''; s.dispatchEvent(new Event('input', {bubbles: true}))")
    equal("an empty search gives all rows again", browser.run("return " + COUNT, "#rows tbody tr"), everything)

    # by keyboard
    equal("marks are one stop of the tab key", browser.run("return " + COUNT, 'article [tabindex="0"]'), 1)
    browser.run("document.querySelector('article [tabindex=\"0\"]').focus()")
    browser.keys(RIGHT)
    browser.keys(ENTER)
    equal("arrow and Enter on a mark lead to a row", browser.run("return " + COUNT, '#rows tr[aria-current="true"]'), 1)
    browser.run("document.querySelector('#tab-facts').focus()")
    browser.keys(RIGHT)
    equal("an arrow goes to the next tab", browser.run("return document.activeElement.id"), "tab-tasks")
    browser.click("#contents li:nth-child(3) a")
    check("the contents lead to a heading", browser.until(IN_SIGHT, '.s[data-current="sentence"]'))

    # switches, dark, paper
    browser.click("#legend input[value=facts]")
    equal("marks can be put away", browser.run("return getComputedStyle(document.querySelector('.n.result')).backgroundColor"), "rgba(0, 0, 0, 0)")
    browser.click("#legend input[value=facts]")
    paper = "return getComputedStyle(document.body).backgroundColor"
    bright = browser.run(paper)
    browser.click("#theme")
    dark = browser.run(paper)
    check("the button makes it dark", bright != dark, dark)
    browser.click("#theme")
    equal("and light again", browser.run(paper), bright)
    browser.open(path)
    browser.media(scheme="dark")
    equal("the system's wish makes it dark", browser.run(paper), dark)
    worst = browser.run(CONTRAST)
    check("dark: least contrast at least 4.5", worst[0] >= 4.5, worst)
    shot("one-dark")
    for tab in ("facts", "tasks", "terms"):
        browser.click("#tab-" + tab)
        browser.click("#rows tbody tr:nth-child(3) a")
        worst = browser.run(CONTRAST)
        check(f"dark, a row and a mark of {tab} lit up: least contrast at least 4.5", worst[0] >= 4.5, worst)
    browser.media("print")
    equal("print: no header", browser.run("return getComputedStyle(document.querySelector('header')).display"), "none")
    equal("print: the whole text flows", browser.run("return getComputedStyle(document.querySelector('main')).overflow"), "visible")
    equal("print: on white", browser.run(paper), "rgb(255, 255, 255)")
    browser.media()
    sound(browser, "one")

    # on a phone
    browser.size(390, 844)
    browser.open(path)
    fits(browser, "phone")
    browser.click("#views [data-view=data]")
    browser.click("#tab-facts")
    shot("one-phone-data")
    browser.click("#rows tbody tr:nth-child(5) a")
    equal("phone: a row leads to the text", browser.run("return document.body.dataset.view"), "text")
    check("phone: its sentence is in sight", browser.until(IN_SIGHT, '.n[data-current="piece"]'))
    shot("one-phone-text")
    browser.click(".n[data-current]")
    equal("phone: a number leads to the table", browser.run("return document.body.dataset.view"), "data")
    check("phone: its row is in sight", browser.until(IN_SIGHT, '#rows tr[aria-current="true"]'))
    sound(browser, "phone")
    browser.size(1280, 900)


def many_reports(browser, path, shot):
    browser.open(path)
    equal("many: it begins with the comparison", browser.run("return document.body.dataset.view"), "compare")
    check("many: the chart is drawn", browser.until("document.querySelector('#compare-chart canvas')?.width > 100"))
    shot("many-light")
    values = browser.run("return [...document.querySelectorAll('#ranking tbody tr')].map((row) => [Number(row.cells[0].textContent), parseFloat(row.cells[2].textContent.match(/[\\d.]+/)[0])])")
    check("many: several are ranked", len(values) >= 3, values)
    check("many: ranks do not fall", all(a[0] <= b[0] for a, b in zip(values, values[1:])), values)
    check("many: equal ranks, equal values", all((a[1] == b[1]) == (a[0] == b[0]) or a[0] != b[0] for a, b in zip(values, values[1:])), values)
    first = browser.run("return document.querySelector('#ranking tbody button').textContent")
    browser.click("#ranking tbody button")
    equal("many: a row opens its report", browser.run("return document.querySelector('article:not([hidden])').getAttribute('aria-label')"), first)
    check("many: at its sentence", browser.until(IN_SIGHT, '.n[data-current="piece"]'))
    browser.run("const s = document.querySelector('#report'); s.value = '1'; s.dispatchEvent(new Event('change', {bubbles: true}))")
    equal("many: one article is shown", browser.run("return " + COUNT, "article:not([hidden])"), 1)
    equal("many: and its contents", browser.run("return " + COUNT, "#contents ol:not([hidden])"), 1)
    browser.click("#views [data-view=compare]")
    browser.run("const s = document.querySelector('#side'); s.value = 'results'; s.dispatchEvent(new Event('change', {bubbles: true}))")
    check("many: results are ranked too", browser.run("return " + COUNT, "#ranking tbody tr") >= 2)
    browser.size(390, 844)
    fits(browser, "many, phone")
    browser.click("#views [data-view=compare]")
    shot("many-phone")
    browser.size(1280, 900)
    browser.media(scheme="dark")
    worst = browser.run(CONTRAST)
    check("many, dark: least contrast at least 4.5", worst[0] >= 4.5, worst)
    browser.media()
    sound(browser, "many")


def markup(browser, path):
    browser.open(path)
    equal("markup: none of the text's scripts ran", browser.run("return typeof window.broken"), "undefined")
    equal("markup: none of its elements came to be", browser.run("return " + COUNT, "main :is(script, img, b, svg, style, textarea)"), 0)
    text = browser.run("return document.querySelector('article').textContent")
    for piece in ("window.broken = 1", "window.broken = 3", "&lt;b&gt;", "{{data}}", "<svg/onload=window.broken=6>", "</textarea>"):
        check(f"markup: {piece} is shown as it is written", piece in text)
    browser.click("#tab-terms")
    check("markup: the note too", "window.broken = 5" in browser.run("return document.querySelector('#rows').textContent"))
    browser.click("#tab-tasks")
    equal("markup: the tables hold no element of it", browser.run("return " + COUNT, "#rows :is(script, img, b, svg, style)"), 0)
    equal("markup: still none ran", browser.run("return typeof window.broken"), "undefined")
    sound(browser, "markup")


def plain(browser, path):
    browser.open(path)
    check("plain: it says that there is no chart", "没有图" in browser.run("return " + TEXT, "#headline-chart"))
    browser.click("#rows tbody [data-fact]")
    check("plain: a figure leads to its sentence all the same", browser.until(IN_SIGHT, '.n[data-current="piece"]'))
    sound(browser, "plain")


def bare(browser, path, name):
    browser.open(path)
    check(f"{name}: a page all the same", browser.run("return document.title") != "")
    for tab in ("facts", "tasks", "terms"):
        browser.click("#tab-" + tab)
    sound(browser, name)


def main(one, many, strange, without, bare_one, folder=None):
    browser = Browser(1280, 900)

    def shot(name):
        if folder:
            browser.screenshot(os.path.join(folder, name + ".png"))

    try:
        one_report(browser, os.path.abspath(one), shot)
        many_reports(browser, os.path.abspath(many), shot)
        markup(browser, os.path.abspath(strange))
        plain(browser, os.path.abspath(without))
        bare(browser, os.path.abspath(bare_one), "a line of text")
    finally:
        browser.close()
    print(f"{passed} passed, {failed} failed")
    return failed > 0


sys.exit(main(*sys.argv[1:]))
