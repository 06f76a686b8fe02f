-- Terms in quotation marks and the notes that explain them: which note covers a term, which terms need none.

local word_set = require "yanhu.word_set"

local M = {}

-- Terms that every reader of a report knows.
local known = [[十四五 十五五 十三五 一带一路 两个确立 两个维护 四风 两个毫不动摇 四个意识 四个自信 三农 双碳 双循环 三公 五位一体 四个全面 一国两制 双一流 三大攻坚战 放管服 互联网+ 人工智能+ 两会
  一府两院 三重一大 一岗双责 三严三实 两学一做 四个伟大 两不愁三保障 碳达峰 碳中和 专精特新 三个代表 三公经费 六稳 六保 三去一降一补 两个一百年 九二共识 双创 双减 三会一课 一把手 八项规定 五一 十一 九一八 三八 七一 八一]]
local is_known = word_set(known)

--- Without quotation marks, blanks and middle dots: what two writings of one name have in common.
function M.plain(text)
  for _, mark in ipairs { "“", "”", "‘", "’", "《", "》", " ", "　", "·", "•", "　" } do text = text:gsub(mark, "") end
  return text
end

--- Does the term hold a number that stands for a list (三率, 1+5, 四链)? Such a term says nothing to who does not know it.
local numbered = yanhu.pattern [[^[0-9]+(?:\+[0-9A-Za-z]+)+|^[一二两三四五六七八九十百千][^年月日一二三四五六七八九十，。、]{1,7}$|[一二两三四五六七八九十][^，。、年月日]{1,3}[一二两三四五六七八九十][^，。、年月日]{1,4}$|^[0-9]{4,6}$|^[双两][^，。、]{1,4}$|一张网$]]
local no_name = yanhu.pattern [[^一(?:站|次|张|体|窗|网|对|个|心|件|条|本|链|键|枚|码|口|直|定|起|样|把|线|流|批|切|方|号|路|季|日|产|般)|[+]$|热线$|^[0-9]+个$|^三伏|^五岳|^两个$]]

function M.is_numbered(core) return numbered:test(core) and not is_known[core] and not no_name:test(core) end

--- Does a term without a note call for one? A numbered one does, but not one that only counts years (八连增).
local counts_years = yanhu.pattern [[连[增涨冠升丰降]$]]
function M.wants_note(core) return M.is_numbered(core) and not counts_years:test(core) end

function M.is_known(core) return is_known[core] or false end

--- The notes of a report: { node, term, text, uses = { { line, worded, sentence } … } }, in order.
function M.notes(r)
  local notes = {}
  for node in r:notes() do
    local note = { node = node, term = node.title, plain = M.plain(node.title), text = node.text, line = node.line, uses = {} }
    for use in node:uses() do note.uses[#note.uses + 1] = use end
    notes[#notes + 1] = note
  end
  return notes
end

--- Terms in quotes outside the notes, each once: { core, mention (the first), count, lines (a set), note or nil }, in order of first use.
function M.terms(r, notes)
  local by, list = {}, {}
  for mention in r:terms() do
    if mention.sentence.role ~= "notes" then
      local core = mention.core
      local term = by[core]
      if not term then
        term = { core = core, mention = mention, count = 0, lines = {} }
        by[core] = term
        list[#list + 1] = term
        local plain = M.plain(core)
        for _, note in ipairs(notes) do
          if note.plain:find(plain, 1, true) or #note.plain >= 6 and plain:find(note.plain, 1, true) then term.note = note break end
        end
        if not term.note then -- explained on the spot: “三园”即…
          for _, note in ipairs(notes) do
            if note.text:find("“" .. core .. "”", 1, true) then term.note = note break end
          end
        end
      end
      term.count = term.count + 1
      term.lines[mention.line] = true
    end
  end
  return list
end

return M
