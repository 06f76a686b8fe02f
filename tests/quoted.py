"""quoted.py PO: names in backquotes and options of a message stand in its translation too, as often. Ends with 1 where not."""
import ast
import re
import sys

failed = 0
for block in open(sys.argv[1], encoding="utf-8").read().split("\n\n"):
    texts = {}
    for line in block.split("\n"):
        begin = re.match(r"(msgid|msgstr)(?:_plural|\[0\])? ", line)
        if begin:
            name, line = begin.group(1), line[begin.end() :]
            texts[name] = ""
        if line.startswith('"'):
            texts[name] += ast.literal_eval(line)
    marks = [sorted(re.findall(r"`[^`\n]*`|(?<![\w-])--[a-z][a-z-]+", texts[name])) for name in ("msgid", "msgstr")]
    if marks[0] != marks[1]:
        print(texts["msgid"], *marks, sep="\n  ")
        failed = 1
sys.exit(failed)
