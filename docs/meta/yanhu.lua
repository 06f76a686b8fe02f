---@meta yanhu
-- Written by docs/generate.lua from docs/api.lua: do not edit. For LuaLS: add docs/meta to workspace.library.

---@alias yanhu.Kind "report"|"part"|"section"|"item"|"lead"|"paragraph"|"sentence"|"clause"|"note"|"table"
---@alias yanhu.Role "opening"|"review"|"problems"|"plan"|"five_year"|"government"|"closing"|"notes"
---@alias yanhu.Form "own-line"|"run-in"
---@alias yanhu.MentionKind "quantity"|"rank"|"period"|"term"|"book"|"numeral"
---@alias yanhu.Op "="|"≈"|"≥"|">"|"≤"|"<"|"range"
---@alias yanhu.Dimension "money"|"money_rate"|"percent"|"points"|"times"|"area"|"length"|"mass"|"volume"|"energy"|"power"|"time"|"people"|"things"|"concentration"|"speed"|"temperature"|"data"|"rate"|"rank"|"ratio"
---@alias yanhu.Grain "day"|"month"|"quarter"|"half"|"year"|"years"|"plan-period"
---@alias yanhu.Use "during"|"by"|"since"|"from"|"for"
---@alias yanhu.Why "ordinal"|"enumerator"|"name"|"slogan"|"vague"|"idiom"|"date"|"code"|"session"
---@alias yanhu.Level "national"|"province"|"prefecture"|"county"|"township"

---@class yanhu.NodeFilter
---@field kind? yanhu.Kind|yanhu.Kind[] with `nodes`, `headings`, `children`
---@field role? yanhu.Role|yanhu.Role[] role of the part that it stands in
---@field form? yanhu.Form|yanhu.Form[] headings
---@field depth? integer|integer[] 1–3 headings, 0 all else

---@class yanhu.MentionFilter
---@field kind? yanhu.MentionKind|yanhu.MentionKind[] with `mentions`
---@field role? yanhu.Role|yanhu.Role[] role of the part that it stands in
---@field dimension? yanhu.Dimension|yanhu.Dimension[] quantities and ranks
---@field op? yanhu.Op|yanhu.Op[] quantities and ranks
---@field unit? string|string[] quantities and ranks

---@class yanhu.Token
---@field from integer
---@field to integer
---@field w any
---@field m table|false
---@field kind yanhu.MentionKind|'span'|false

---@class yanhu.Match
---@field from integer
---@field to integer
---@field [integer] string?
---@field [string] string?

---@class yanhu.Noise
---@field text string
---@field line integer
---@field anchor integer
---@field reason string

---@class yanhu.Diagnostic
---@field level 'info'|'warning'|'error'
---@field code string
---@field message string
---@field line integer
---@field start integer
---@field stop integer

---@class yanhu.NoteUse
---@field sentence yanhu.node
---@field start integer
---@field stop integer
---@field line integer
---@field worded boolean

---@class yanhu.Region
---@field name string
---@field code string?
---@field level yanhu.Level

---@class yanhu.report
---@field name string file name without folder and extension
---@field path string path as it was given
---@field text string the normalised text
---@field meta yanhu.meta what is known of the report as a whole
---@field variables table<string, string> document variables of a csv row or manifest; a fresh table each time
---@field root yanhu.node the root node
local report = {}

---residue that was taken out: `{text, line, anchor, reason}`
---@return fun(): yanhu.Noise
function report:noise() end

---oddities of the text: `{level, code, message, line, start, stop}`
---@return fun(): yanhu.Diagnostic
function report:diagnostics() end

---the sentences that hold mentions: the sentence, a table that tells of it and is filled anew for the next, `{figures, quoted, periods, between, role, line, part, paragraph, heading}`, and the first of its periods. `figures`: how many quantities and ranks it holds, `quoted` of them in quotation marks; `between`: how many sentences without a mention stand before it; `part` and `paragraph`: numbers that tell one from another, false for none
---@return fun(): yanhu.node, SentenceAbout, yanhu.mention?
function report:by_sentence() end

---list of the sentences with text from this source line
---@param line integer
---@return yanhu.node[]
function report:at(line) end

---nodes of kind `part`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function report:parts(filter) end

---nodes of kind `section`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function report:sections(filter) end

---nodes of kind `item`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function report:items(filter) end

---nodes of kind `lead`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function report:leads(filter) end

---nodes of kind `paragraph`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function report:paragraphs(filter) end

---nodes of kind `sentence`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function report:sentences(filter) end

---nodes of kind `clause`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function report:clauses(filter) end

---nodes of kind `note`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function report:notes(filter) end

---nodes of kind `table`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function report:tables(filter) end

---parts, sections, items and leads
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function report:headings(filter) end

---all nodes
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function report:nodes(filter) end

---all mentions
---@param filter? yanhu.MentionFilter
---@return fun(): yanhu.mention
function report:mentions(filter) end

---400亿元以上, 58个
---@param filter? yanhu.MentionFilter
---@return fun(): yanhu.mention
function report:quantities(filter) end

---全市第1
---@param filter? yanhu.MentionFilter
---@return fun(): yanhu.mention
function report:ranks(filter) end

---2024年, 今年
---@param filter? yanhu.MentionFilter
---@return fun(): yanhu.mention
function report:periods(filter) end

---“…”
---@param filter? yanhu.MentionFilter
---@return fun(): yanhu.mention
function report:terms(filter) end

---《…》
---@param filter? yanhu.MentionFilter
---@return fun(): yanhu.mention
function report:books(filter) end

---numbers that are no quantities
---@param filter? yanhu.MentionFilter
---@return fun(): yanhu.mention
function report:numerals(filter) end

---nodes by a selector, as below
---@param selector string
---@return fun(): yanhu.node
function report:select(selector) end

---matches of a pattern in each sentence, with the sentence
---@param pattern yanhu.pattern|string
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.Match, yanhu.node
function report:match(pattern, filter) end

---@class yanhu.meta
---@field title string?
---@field region string? official name
---@field region_code string? six digits, GB/T 2260
---@field level yanhu.Level?
---@field year integer? of delivery
---@field date string? `2025-03-20`
---@field session string? without the region's name
---@field speaker string? no spaces
---@field office string?
---@field review_year integer?
---@field plan_year integer?
---@field format string? `txt`, `docx`, …
---@field encoding string? `utf-8`, `gb18030`, …
---@field characters integer codepoints in the text
---@field sentences integer how many
---@field noise integer codepoints of residue
---@field sources table<string, string> where `region`, `year`, `date`, `session`, `speaker` came from: `text`, `name`, `folder`, `manifest`
local meta = {}

---@class yanhu.node
---@field kind yanhu.Kind
---@field role yanhu.Role? role of its part
---@field form yanhu.Form? headings
---@field depth integer 1 part, 2 section, 3 item or lead; 0 for what is no heading
---@field marker string `（二）`, `三是`, `——`; `""` for none
---@field title string of headings, without marker and closing 。; a note's term; `""` for none
---@field text string with all that is below it
---@field start integer codepoint where it starts
---@field stop integer codepoint behind it
---@field line integer source line; paragraph of docx, html, pdf
---@field from integer? clauses: first byte in the sentence's text
---@field to integer? clauses: last byte
---@field parent yanhu.node? nil for the root
---@field report yanhu.report
---@field part yanhu.node? nearest ancestor, or itself, of that kind
---@field section yanhu.node? the same
---@field item yanhu.node? the same; also leads
---@field paragraph yanhu.node? the same
---@field sentence yanhu.node? the same
---@field heading boolean? sentences: is it (the start of) a heading's own text?
---@field path string titles of the headings above, joined by ` / `
---@field previous yanhu.node? the node of the same kind before it in the report
---@field next yanhu.node? the one behind it
local node = {}

---nodes right below
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function node:children(filter) end

---calls `f` with the node and all below in document order; where `f` returns false, what is below that node is skipped
---@param f fun(n: yanhu.node): boolean?
function node:walk(f) end

---notes: places that use the term: `{sentence, start, stop, line, worded}`
---@return fun(): yanhu.NoteUse
function node:uses() end

---nodes of kind `part`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function node:parts(filter) end

---nodes of kind `section`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function node:sections(filter) end

---nodes of kind `item`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function node:items(filter) end

---nodes of kind `lead`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function node:leads(filter) end

---nodes of kind `paragraph`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function node:paragraphs(filter) end

---nodes of kind `sentence`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function node:sentences(filter) end

---nodes of kind `clause`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function node:clauses(filter) end

---nodes of kind `note`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function node:notes(filter) end

---nodes of kind `table`
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function node:tables(filter) end

---parts, sections, items and leads
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function node:headings(filter) end

---all nodes
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.node
function node:nodes(filter) end

---all mentions
---@param filter? yanhu.MentionFilter
---@return fun(): yanhu.mention
function node:mentions(filter) end

---400亿元以上, 58个
---@param filter? yanhu.MentionFilter
---@return fun(): yanhu.mention
function node:quantities(filter) end

---全市第1
---@param filter? yanhu.MentionFilter
---@return fun(): yanhu.mention
function node:ranks(filter) end

---2024年, 今年
---@param filter? yanhu.MentionFilter
---@return fun(): yanhu.mention
function node:periods(filter) end

---“…”
---@param filter? yanhu.MentionFilter
---@return fun(): yanhu.mention
function node:terms(filter) end

---《…》
---@param filter? yanhu.MentionFilter
---@return fun(): yanhu.mention
function node:books(filter) end

---numbers that are no quantities
---@param filter? yanhu.MentionFilter
---@return fun(): yanhu.mention
function node:numerals(filter) end

---nodes by a selector, as below
---@param selector string
---@return fun(): yanhu.node
function node:select(selector) end

---matches of a pattern in each sentence, with the sentence
---@param pattern yanhu.pattern|string
---@param filter? yanhu.NodeFilter
---@return fun(): yanhu.Match, yanhu.node
function node:match(pattern, filter) end

---@class yanhu.mention
---@field kind yanhu.MentionKind
---@field text string with its hedge
---@field start integer codepoint where it starts
---@field stop integer codepoint behind it
---@field line integer source line
---@field from integer first byte in the sentence's text
---@field to integer last byte
---@field core string without hedge (quantities), scope (ranks), marks (terms, books)
---@field core_from integer first byte of it in the sentence's text
---@field core_to integer last byte
---@field value number? quantities and ranks: 万, 亿 multiplied out; nil for a range
---@field low number?
---@field high number?
---@field op yanhu.Op?
---@field unit string? as written, without 万, 亿; `""` for a bare number
---@field dimension yanhu.Dimension?
---@field first_year integer? periods
---@field last_year integer? periods
---@field month integer? periods
---@field day integer? periods
---@field grain yanhu.Grain? periods
---@field use yanhu.Use? periods
---@field period string? periods: `"2024"`, `"2021-2025"`
---@field why yanhu.Why? numerals: why it is no quantity
---@field quoted boolean stands within “…”
---@field in_book boolean stands within 《…》
---@field sentence yanhu.node
---@field clause yanhu.node
---@field report yanhu.report
local mention = {}

---@class yanhu.pattern
---@field source string the expression
---@field groups integer captures it has
local pattern = {}

---from, to, captures…, or nil
---@param s string
---@param init? integer
---@return integer?
---@return integer?
---@return string? ...
function pattern:find(s, init) end

---the first match, or nil
---@param s string
---@param init? integer
---@return yanhu.Match?
function pattern:match(s, init) end

---iterator over all matches
---@param s string
---@return fun(): yanhu.Match
function pattern:gmatch(s) end

---is there a match?
---@param s string
---@param init? integer
---@return boolean
function pattern:test(s, init) end

---@class yanhu.dictionary
local dictionary = {}

---from, to, value of the first word, or nil
---@param s string
---@param init? integer
---@return integer?
---@return integer?
---@return any
function dictionary:find(s, init) end

---iterator of from, to, value; words do not overlap
---@param s string
---@return fun(): integer, integer, any
function dictionary:gmatch(s) end

---the values of all the words that `s` has, integers, or-ed: what of many things a text has, in one pass
---@param s string
---@return integer
function dictionary:union(s) end

---to, value: the longest word that starts at byte `at`, or nil
---@param s string
---@param at integer
---@return integer?
---@return any
function dictionary:longest(s, at) end

---from, value: the longest word that ends at byte `at`, or nil
---@param s string
---@param at integer
---@return integer?
---@return any
function dictionary:ending(s, at) end

---the sentence cut into its mentions, the words of the dictionary and the text between, without a gap; a marker that opens it (一是, ——, 2.) is a numeral. A token's table is made when it is first asked for; tokens are good until the next call, which fills the same tables. Where the words' values are tables, their fields say what a word is: `plain` (text, whatever shorter word is in it), `brief` (a word only right before a figure), `stop` (ends a clause; behind that of the last figure nothing is read), `open` and `close` (a bracket without a figure is one token), `tempers`, `rise`, `fall`, `reach`, `adverb`, `act`, `level`; where they are integers, the first bits do, in the order `plain brief stop tempers open close rise fall reach adverb act level`. The list has the fields `values`, `floors`, `clauses`, `periods_before` (for each figure its place, the boundary before it, its clause's first token, how many periods precede it), `periods` (their places), `tempered` (whether one is), `lasts` (whether years are counted), `at` (where each token begins, and behind them where the last one ends), `bits`: what each token is, 0 beside the sentence, and `has`, what any of them is. Bits 0–5 are the kinds of mentions, then come a span, a stretch of text, a word, any mention, any figure; those from bit 11 on are what `settle` returned for its word. `settle` is called once with the value of each word, before it is first seen in a token
---@param sentence yanhu.node
---@param settle? fun(value: any): integer?
---@return yanhu.Token[]
function dictionary:tokens(sentence, settle) end

---@class yanhu.library
---@field api integer grows when scripts can rely on something new
---@field version string
---@field null lightuserdata stands for null in lists and in what `parse_json` gives
local library = {}

---flags: `i` caseless, `m` ^ and $ at each line, `s` . matches a line feed, `x` spaces and # comments are ignored, `a` only where the search starts
---@param regex string
---@param flags? string
---@return yanhu.pattern
function library.pattern(regex, flags) end

---`words`: a list, or a table word → value
---@param words string[]|table<string, any>
---@return yanhu.dictionary
function library.dictionary(words) end

---JSON on one line. Whole numbers print without a point, others with the fewest digits that read back the same. Keys are sorted; with `keys`, exactly these, in this order, null where absent. The empty table is a list
---@param v any
---@param keys? string[]
---@return string
function library.json(v, keys) end

---through cJSON; nil and a message where it is no JSON
---@param s string
---@return any
---@return string?
function library.parse_json(s) end

---the words between white space
---@param s string
---@return string[]
function library.split(s) end

---columns on a terminal
---@param s string
---@return integer
function library.width(s) end

---a report from a string, read as a file would be; options `name`, `region`, `date`, `speaker`, `session`, `year`; nil, message, code where it cannot be read
---@param text string
---@param options? table
---@return yanhu.report?
---@return string?
---@return string?
function library.parse(text, options) end

---`{name, code, level}` by official name, nil where there is none or there are several
---@param name string
---@return yanhu.Region?
function library.region(name) end

---the words of a text in order, without punctuation, cut by friso (its lexicon is read at the first call); raises where the program was built without it or its lexicon is not there
---@param s string
---@return string[]
function library.segment(s) end

---hex digest
---@param s string
---@return string
function library.sha1(s) end

---@type yanhu.library
yanhu = library

return library
