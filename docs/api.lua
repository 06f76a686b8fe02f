-- The Lua API, told once: `make api` writes docs/lua-api.md (for people) and docs/meta/yanhu.lua (for editors that
-- speak LuaLS) from it, and tests/lua/api.lua proves that both and the program say the same.
--
-- A member is { name, type, text }; a method is { name, type, text, args = "a: type; b?: type" }, its type what it returns.

local roles = { "opening", "review", "problems", "plan", "five_year", "government", "closing", "notes" }

local enums = {
  { "Kind", "kinds of nodes", { "report", "part", "section", "item", "lead", "paragraph", "sentence", "clause", "note", "table" } },
  { "Role", "roles of a part", roles },
  { "Form", "how a heading stands", { "own-line", "run-in" } },
  { "MentionKind", "kinds of mentions", { "quantity", "rank", "period", "term", "book", "numeral" } },
  { "Op", "how a value is bounded", { "=", "≈", "≥", ">", "≤", "<", "range" } },
  { "Dimension", "what a unit measures", { "money", "money_rate", "percent", "points", "times", "area", "length", "mass",
    "volume", "energy", "power", "time", "people", "things", "concentration", "speed", "temperature", "data", "rate",
    "rank", "ratio" } },
  { "Grain", "how long a period is", { "day", "month", "quarter", "half", "year", "years", "plan-period" } },
  { "Use", "how a text uses a period", { "during", "by", "since", "from", "for" } },
  { "Why", "why a numeral is no quantity", { "ordinal", "enumerator", "name", "slogan", "vague", "idiom", "date", "code", "session" } },
  { "Level", "administrative levels", { "national", "province", "prefecture", "county", "township" } },
}

-- Filters of the iterators: a value, or a list of values of which one must fit.
local filters = {
  { "NodeFilter", {
    { "kind", "Kind", "with `nodes`, `headings`, `children`" },
    { "role", "Role", "role of the part that it stands in" },
    { "form", "Form", "headings" },
    { "depth", "integer", "1–3 headings, 0 all else" },
  } },
  { "MentionFilter", {
    { "kind", "MentionKind", "with `mentions`" },
    { "role", "Role", "role of the part that it stands in" },
    { "dimension", "Dimension", "quantities and ranks" },
    { "op", "Op", "quantities and ranks" },
    { "unit", "string", "quantities and ranks" },
  } },
}

-- What reports and nodes list: in document order, lazily, for a node what is within it.
local listings = {}
for _, l in ipairs {
  { "parts" }, { "sections" }, { "items" }, { "leads" }, { "paragraphs" }, { "sentences" }, { "clauses" }, { "notes" }, { "tables" },
  { "headings", "parts, sections, items and leads" }, { "nodes", "all nodes" },
} do listings[#listings + 1] = { l[1], "fun(): node", l[2] or ("nodes of kind `" .. l[1]:gsub("s$", "") .. "`"), args = "filter?: NodeFilter" } end
for _, l in ipairs {
  { "mentions", "all mentions" }, { "quantities" , "400亿元以上, 58个" }, { "ranks", "全市第1" }, { "periods", "2024年, 今年" },
  { "terms", "“…”" }, { "books", "《…》" }, { "numerals", "numbers that are no quantities" },
} do listings[#listings + 1] = { l[1], "fun(): mention", l[2], args = "filter?: MentionFilter" } end
listings[#listings + 1] = { "select", "fun(): node", "nodes by a selector, as below", args = "selector: string" }
listings[#listings + 1] = { "match", "fun(): Match, node", "matches of a pattern in each sentence, with the sentence",
  args = "pattern: pattern|string; filter?: NodeFilter" }

local types = {
  { "report", "Report", "r", [[
A report that was closed, by the host when a script is done with it, leaves its nodes and mentions *stale*: any use of
one raises.]], {
    { "name", "string", "file name without folder and extension" },
    { "path", "string", "path as it was given" },
    { "text", "string", "the normalised text" },
    { "meta", "meta", "what is known of the report as a whole" },
    { "variables", "table<string, string>", "document variables of a csv row or manifest; a fresh table each time" },
    { "root", "node", "the root node" },
    { "noise", "fun(): Noise", "residue that was taken out: `{text, line, anchor, reason}`", args = "" },
    { "diagnostics", "fun(): Diagnostic", "oddities of the text: `{level, code, message, line, start, stop}`", args = "" },
    { "by_sentence", "fun(): node, SentenceAbout, mention?", "the sentences that hold mentions: the sentence, a table that tells of it and is filled anew for the next, `{figures, quoted, periods, between, role, line, part, paragraph, heading}`, and the first of its periods. `figures`: how many quantities and ranks it holds, `quoted` of them in quotation marks; `between`: how many sentences without a mention stand before it; `part` and `paragraph`: numbers that tell one from another, false for none", args = "" },
    { "at", "node[]", "list of the sentences with text from this source line", args = "line: integer" },
  }, listings = true, len = "codepoints in the text" },

  { "meta", "Meta", "r.meta", [[
Reads like a table (`pairs` gives the known fields in this order) and cannot be changed. nil where unknown.]], {
    { "title", "string?", "" }, { "region", "string?", "official name" }, { "region_code", "string?", "six digits, GB/T 2260" },
    { "level", "Level?", "" }, { "year", "integer?", "of delivery" }, { "date", "string?", "`2025-03-20`" },
    { "session", "string?", "without the region's name" }, { "speaker", "string?", "no spaces" }, { "office", "string?", "" },
    { "review_year", "integer?", "" }, { "plan_year", "integer?", "" },
    { "format", "string?", "`txt`, `docx`, …" }, { "encoding", "string?", "`utf-8`, `gb18030`, …" },
    { "characters", "integer", "codepoints in the text" }, { "sentences", "integer", "how many" },
    { "noise", "integer", "codepoints of residue" },
    { "sources", "table<string, string>", "where `region`, `year`, `date`, `session`, `speaker` came from: `text`, `name`, `folder`, `manifest`" },
  } },

  { "node", "Node", "n", "", {
    { "kind", "Kind", "" },
    { "role", "Role?", "role of its part" },
    { "form", "Form?", "headings" },
    { "depth", "integer", "1 part, 2 section, 3 item or lead; 0 for what is no heading" },
    { "marker", "string", "`（二）`, `三是`, `——`; `\"\"` for none" },
    { "title", "string", "of headings, without marker and closing 。; a note's term; `\"\"` for none" },
    { "text", "string", "with all that is below it" },
    { "start", "integer", "codepoint where it starts" }, { "stop", "integer", "codepoint behind it" },
    { "line", "integer", "source line; paragraph of docx, html, pdf" },
    { "from", "integer?", "clauses: first byte in the sentence's text" }, { "to", "integer?", "clauses: last byte" },
    { "parent", "node?", "nil for the root" },
    { "report", "report", "" },
    { "part", "node?", "nearest ancestor, or itself, of that kind" }, { "section", "node?", "the same" },
    { "item", "node?", "the same; also leads" }, { "paragraph", "node?", "the same" }, { "sentence", "node?", "the same" },
    { "heading", "boolean?", "sentences: is it (the start of) a heading's own text?" },
    { "path", "string", "titles of the headings above, joined by ` / `" },
    { "previous", "node?", "the node of the same kind before it in the report" }, { "next", "node?", "the one behind it" },
    { "children", "fun(): node", "nodes right below", args = "filter?: NodeFilter" },
    { "walk", "nil", "calls `f` with the node and all below in document order; where `f` returns false, what is below that node is skipped",
      args = "f: fun(n: node): boolean?" },
    { "uses", "fun(): NoteUse", "notes: places that use the term: `{sentence, start, stop, line, worded}`", args = "" },
  }, listings = true, len = "codepoints in its text" },

  { "mention", "Mention", "m", "", {
    { "kind", "MentionKind", "" },
    { "text", "string", "with its hedge" }, { "start", "integer", "codepoint where it starts" }, { "stop", "integer", "codepoint behind it" },
    { "line", "integer", "source line" },
    { "from", "integer", "first byte in the sentence's text" }, { "to", "integer", "last byte" },
    { "core", "string", "without hedge (quantities), scope (ranks), marks (terms, books)" },
    { "core_from", "integer", "first byte of it in the sentence's text" }, { "core_to", "integer", "last byte" },
    { "value", "number?", "quantities and ranks: 万, 亿 multiplied out; nil for a range" },
    { "low", "number?", "" }, { "high", "number?", "" }, { "op", "Op?", "" },
    { "unit", "string?", "as written, without 万, 亿; `\"\"` for a bare number" }, { "dimension", "Dimension?", "" },
    { "first_year", "integer?", "periods" }, { "last_year", "integer?", "periods" }, { "month", "integer?", "periods" }, { "day", "integer?", "periods" },
    { "grain", "Grain?", "periods" }, { "use", "Use?", "periods" }, { "period", "string?", "periods: `\"2024\"`, `\"2021-2025\"`" },
    { "why", "Why?", "numerals: why it is no quantity" },
    { "quoted", "boolean", "stands within “…”" }, { "in_book", "boolean", "stands within 《…》" },
    { "sentence", "node", "" }, { "clause", "node", "" }, { "report", "report", "" },
  }, len = "codepoints in its text" },

  { "pattern", "Pattern", "p", [[
PCRE2 with UTF-8, Unicode properties and JIT. A pattern that does not compile raises with its column and a caret; one
that reaches its limit of matching, depth or memory raises and says which. A `Match` is the table
`{[0] = whole, captures by number and name, from =, to =}`; a capture that took no part is nil.]], {
    { "source", "string", "the expression" }, { "groups", "integer", "captures it has" },
    { "find", "integer?, integer?, string…?", "from, to, captures…, or nil", args = "s: string; init?: integer" },
    { "match", "Match?", "the first match, or nil", args = "s: string; init?: integer" },
    { "gmatch", "fun(): Match", "iterator over all matches", args = "s: string" },
    { "test", "boolean", "is there a match?", args = "s: string; init?: integer" },
  } },

  { "dictionary", "Dictionary", "d", [[
Many words in one pass; of those that start at the same place the longest wins. A word of a list is its own value.]], {
    { "find", "integer?, integer?, any", "from, to, value of the first word, or nil", args = "s: string; init?: integer" },
    { "gmatch", "fun(): integer, integer, any", "iterator of from, to, value; words do not overlap", args = "s: string" },
    { "union", "integer", "the values of all the words that `s` has, integers, or-ed: what of many things a text has, in one pass", args = "s: string" },
    { "longest", "integer?, any", "to, value: the longest word that starts at byte `at`, or nil", args = "s: string; at: integer" },
    { "ending", "integer?, any", "from, value: the longest word that ends at byte `at`, or nil", args = "s: string; at: integer" },
    { "tokens", "Token[]", "the sentence cut into its mentions, the words of the dictionary and the text between, without a gap; a marker that opens it (一是, ——, 2.) is a numeral. A token's table is \z
      made when it is first asked for; tokens are good until the next call, which fills the same tables. Where the words' values are tables, their fields say what a word is: `plain` (text, whatever shorter word is in it), `brief` (a word only right \z
      before a figure), `stop` (ends a clause; behind that of the last figure nothing is read), `open` and `close` (a bracket without a figure is one token), \z
      `tempers`, `rise`, `fall`, `reach`, `adverb`, `act`, `level`; where they are integers, the first bits do, in the order `plain brief stop tempers open close rise fall reach adverb act level`. The list has the fields `values`, `floors`, `clauses`, `periods_before` (for \z
      each figure its place, the boundary before it, its clause's first token, how many periods precede it), `periods` (their places), `tempered` (whether one is), `lasts` (whether years are counted), `at` (where \z
      each token begins, and behind them where the last one ends), `bits`: what each token is, 0 beside the sentence, and `has`, what any of them is. Bits 0–5 are the kinds of mentions, then come a \z
      span, a stretch of text, a word, any mention, any figure; those from bit 11 on are what `settle` returned for its word. `settle` is called once with the \z
      value of each word, before it is first seen in a token",
      args = "sentence: node; settle?: fun(value: any): integer?" },
  }, len = "words" },
}

-- Tables that iterators give
local records = {
  { "Token", { { "from", "integer" }, { "to", "integer" }, { "w", "any" }, { "m", "table|false" }, { "kind", "MentionKind|'span'|false" } } },
  { "Match", { { "from", "integer" }, { "to", "integer" }, { "[integer]", "string?" }, { "[string]", "string?" } } },
  { "Noise", { { "text", "string" }, { "line", "integer" }, { "anchor", "integer" }, { "reason", "string" } } },
  { "Diagnostic", { { "level", "'info'|'warning'|'error'" }, { "code", "string" }, { "message", "string" }, { "line", "integer" },
    { "start", "integer" }, { "stop", "integer" } } },
  { "NoteUse", { { "sentence", "node" }, { "start", "integer" }, { "stop", "integer" }, { "line", "integer" }, { "worded", "boolean" } } },
  { "Region", { { "name", "string" }, { "code", "string?" }, { "level", "Level" } } },
}

local library = {
  { "api", "integer", "grows when scripts can rely on something new" },
  { "version", "string", "" },
  { "null", "lightuserdata", "stands for null in lists and in what `parse_json` gives" },
  { "pattern", "pattern", "flags: `i` caseless, `m` ^ and $ at each line, `s` . matches a line feed, `x` spaces and # comments are ignored, `a` only where the search starts",
    args = "regex: string; flags?: string" },
  { "dictionary", "dictionary", "`words`: a list, or a table word → value", args = "words: string[]|table<string, any>" },
  { "json", "string", "JSON on one line. Whole numbers print without a point, others with the fewest digits that read back the same. Keys are sorted; with `keys`, exactly these, in this order, null where absent. The empty table is a list",
    args = "v: any; keys?: string[]" },
  { "parse_json", "any, string?", "through cJSON; nil and a message where it is no JSON", args = "s: string" },
  { "split", "string[]", "the words between white space", args = "s: string" },
  { "width", "integer", "columns on a terminal", args = "s: string" },
  { "parse", "report?, string?, string?", "a report from a string, read as a file would be; options `name`, `region`, `date`, `speaker`, `session`, `year`; nil, message, code where it cannot be read",
    args = "text: string; options?: table" },
  { "region", "Region?", "`{name, code, level}` by official name, nil where there is none or there are several", args = "name: string" },
  { "segment", "string[]", "the words of a text in order, without punctuation, cut by friso (its lexicon is read at the first call); raises where the program was built without it or its lexicon is not there", args = "s: string" },
  { "sha1", "string", "hex digest", args = "s: string" },
}

return {
  enums = enums, filters = filters, listings = listings, types = types, records = records, library = library,
  intro = [[
# The Lua API

Positions for people are codepoints, 0-based, half open (`start`, `stop`) in the normalised text of the report.
Positions for Lua string functions are bytes, 1-based, inclusive (`from`, `to`) in the text of the sentence, so that
`m.sentence.text:sub(m.from, m.to) == m.text`. The same node or mention is always the same Lua value. Reading a field
that does not exist raises an error that names it and the nearest one. Text becomes a Lua string only when it is asked
for. A mark `?` behind a type: may be nil. Iterators are lazy; they take a filter, a table whose values may be lists:
`r:quantities{ role = "plan", unit = { "元", "万元" } }`.
]],
  outro = [[
## Selectors

    selector  = path { "," path }
    path      = step { [ ">" ] step }           a space: anywhere below; ">": right below
    step      = ( kind | "*" ) { "[" test "]" }
    test      = name [ ( "=" | "!=" | "*=" | "^=" | "$=" ) value { "|" value } ]
    value     = word | '"' text '"'

`kind` is a kind of node, or `heading` for parts, sections, items and leads. Tests: `role`, `form`, `depth`, `line`;
`title`, `marker`, `text`, which also know `*=` contains, `^=` starts with, `$=` ends with; `has`: a mention within, by
kind (`quantity`, `term`, …) or dimension (`money`, `percent`, …). A name alone asks whether there is one at all.

    section[role=plan] item[has=money]          items with sums of money in the plan's sections
    part > section[title*=农业|乡村]             sections right below a part, by their title
    sentence[has!=quantity][role=review]        what the review says without a number

## A script

Globals `summary`, `description`, `categories`, `args`, `columns`, `brief`, `examples`, `counterexamples`, `api`, `document`, `chart`, `rules` declare it; `report(r, args)` returns its rows (or
nil), `finish(rows, args)` runs once at the end over all rows; `accept(args)` is asked before anything is read and returns
what is wrong with the arguments, or nil. `require "yanhu.indicators"` loads a module of the
standard library; `require "look.css"` (or .html, .js, .svg) gives the text of such a file, which lies beside the script
or in yanhu. With `document = "html"` (or another suffix) `finish` returns one text, a document that `-o` writes as it is,
and `report`'s rows go to nobody but `finish`. `brief` names the columns that a table on a terminal shows where it has no room for all.
With `chart = { panel = "figure", unit = "unit", label = "region", time = "period", value = "value", mean = "mean", source = "…" }`,
names of columns but for the source line, `-f svg` draws the rows: bars over the labels, lines over the times where a
panel has more than one. A row's `at` (a node or mention) gives it `line` where the row has none. Both may return `true`
behind their rows: something was found, and the exit code is 1. A script with `rules`, a list of tables, needs no `report`:
[rules.md](rules.md) is their manual.

| `type` of an argument | given as | what the script gets |
| --- | --- | --- |
| `string`, `number`, `integer`, `boolean` | `-a min=5` | the value; `choices` lists the ones that are allowed |
| `list` | `-a ids=gdp,trade` | a list of strings |
| `file` | `-a mapping=units.lua` | the text of that file as UTF-8, whatever encoding it was in |
| `data` | `-a ledger=back.xlsx` | the rows of that csv, tsv, ndjson, json or xlsx (its first sheet): tables of head → text |

Files are read before any script runs: a script needs no access to them. `columns` may be a function of the arguments. Where they do
not go together `accept` says so: once, with exit code 4.
]],
}
