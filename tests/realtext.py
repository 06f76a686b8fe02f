"""realtext.py CORPUS: which of the files named on standard input share 12 Han characters in a row with a corpus.

Prints the names of the clean files; says on standard error what the others share. Spaces and line ends count for
nothing, any other character ends a run.
"""
import pathlib
import re
import subprocess
import sys

N = 12
# Names that every report must use; a run is read as if it ended there.
TERMS = re.compile("人民代表大会|第.次会议|人均可支配收入|地区生产总值|社会消费品零售总额|规模以上工业增加值|一般公共预算|"
                   "国内生产总值|固定资产投资|研发经费投入|战略性新兴产业增加值|数字经济核心产业增加值|每万人口高价值发明专利拥有量|"
                   "劳动年龄人口平均受教育年限|今年经济社会发展|主要预期目标|今年工作的总体要求|国民经济和社会发展|五年规划纲要|基础养老金最低标准|二氧化碳排放|"
                   "基本医疗保险|基本养老保险|人民政府")
HAN = re.compile("[\u3400-\u9fff]{%d,}" % N)


def text_of(path):
    if path.suffix == ".docx":
        import zipfile
        xml = zipfile.ZipFile(path).read("word/document.xml").decode()
        return re.sub("<[^>]*>", "", xml)
    data = path.read_bytes()
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("gb18030", "ignore")


def grams(text):
    for run in HAN.findall(TERMS.sub("|", re.sub(r"\s+", "", text))):
        for i in range(len(run) - N + 1):
            yield run[i:i + N]


real = set()
for path in pathlib.Path(sys.argv[1]).rglob("*.*"):
    real.update(grams(text_of(path)))
for name in sys.stdin.read().splitlines():
    path = pathlib.Path(name)
    if not path.is_file():
        continue
    shared = sorted(set(grams(path.read_bytes().decode("utf-8", "ignore"))) & real)
    if shared:
        print(f"{name}: {len(shared)}: {' '.join(shared[:20])}", file=sys.stderr)
    else:
        print(name)
