summary    = "What is renewed in the plan, and how much of it"
categories = { "cookbook" }
columns    = { "what", { name = "count", type = "number" }, "unit", "quote" }

rules = {
  { name = "vehicles", pattern = "更新公交车辆?", silent = true }, -- takes these characters: buying is no renewal
  { name = "renewal", pattern = "(?:改造|更新|更换)(?<what>\\p{Han}+?)(?<count>[\\d.]+万?)", where = { role = "plan" },
    examples = { { "改造老旧小区12个。", { { what = "老旧小区", count = 12, unit = "个" } } } },
    counterexamples = { "新建幼儿园2所。", "更新公交车辆25台。" } },
}
