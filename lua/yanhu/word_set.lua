--- The words between white space as a set { word = true }: word_set "有 现有 拥有".
return function(text)
  local set = {}
  for _, word in ipairs(yanhu.split(text)) do set[word] = true end
  return set
end
