summary    = "Sections of the plan by the share of their sentences that hold no figure"
categories = { "cookbook" }
columns    = { "section", "sentences", "without", "share" }
examples   = { { "二、2025年工作安排\n（一）惠民生\n新增学位800个。加强师德建设。", { { sentences = 2, without = 1, share = 0.5 } } } }

function report(r)
  local rows = {}
  for section in r:sections{ role = "plan" } do
    local all, without = 0, 0
    for s in section:sentences() do
      if not s.heading then
        all = all + 1
        if not s:quantities()() then without = without + 1 end
      end
    end
    if all > 0 then
      rows[#rows + 1] = { section = section.title, sentences = all, without = without, share = without / all, at = section }
    end
  end
  return rows
end
