#!/usr/bin/env python3
"""make bench: how fast yanhu is, as ratios of one run, so that they mean the same on every machine.

Times are CPU seconds (wall where it says so), the least of several runs. The bars stand beside the figures. Texts: the
reports of ../shared/corpus where they are, else the examples, as often as it takes to make some megabytes. The peers it
is compared with are skipped where they are missing.
"""
import glob, os, resource, shutil, subprocess, sys, tempfile, time

BUILD = os.environ.get("BUILD", "build")
YANHU, PARSE = BUILD + "/yanhu", BUILD + "/bench/parse"
RUNS = int(os.environ.get("RUNS", "5"))


def measure(command, runs=RUNS, **options):
    """Least CPU seconds, least wall seconds, peak memory in MiB."""
    cpu = wall = float("inf")
    for _ in range(runs):
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"bench: {' '.join(command[:4])} … ended with code {process.returncode}")
        wall = min(wall, time.perf_counter() - begin)
        cpu = min(cpu, used.ru_utime + used.ru_stime)
    return cpu, wall, used.ru_maxrss / 1024


def line(what, figure, bar=""):
    print(f"{what:<52} {figure:>12}   {bar}")


def fill(folder, texts, megabytes):
    """Copies of the texts, so that together they have so many megabytes. Their paths."""
    paths, size = [], 0
    while size < megabytes * 1e6:
        for text in texts:
            paths.append(f"{folder}/{len(paths):05}.txt")
            shutil.copyfile(text, paths[-1])
            size += os.path.getsize(text)
    return paths, size


def speed(folder, name, texts):
    paths, size = fill(folder, texts, 8)
    whole = folder + "/whole"
    with open(whole, "wb") as out:
        for path in paths:
            out.write(open(path, "rb").read())
    iconv = measure(["iconv", "-f", "utf-8", "-t", "gb18030", whole])[0]
    parse = measure([PARSE] + paths)[0]
    facts = measure([YANHU, "run", "facts", "-j", "1", "-q", "-f", "ndjson"] + paths, 3)[0]
    meta = measure([YANHU, "run", "meta", "-j", "1", "-q", "-f", "ndjson"] + paths, 3)[0]
    print(f"\n{name}: {len(paths)} files, {size / 1e6:.1f} MB")
    line("iconv utf-8 → gb18030", f"{size / iconv / 1e6:.0f} MB/s")
    line("parse alone (read, tree, mentions)", f"{parse / iconv:.1f} × iconv", "≤ 8")
    line("the whole way (parse, Lua facts, ndjson)", f"{facts / iconv:.1f} × iconv", "≤ 25")
    line("  of it parsing", f"{100 * parse / facts:.0f} %")
    line("  of it the host: start, states, one row a report", f"{100 * (meta - parse) / facts:.0f} %")
    line("  of it Lua facts and their rows", f"{100 * (facts - meta) / facts:.0f} %")
    line("the whole way", f"{size / facts / 1e6:.1f} MB/s")
    return paths


def threads(paths):
    wall = [measure([YANHU, "run", "facts", "-j", n, "-q", "-f", "ndjson"] + paths, 3)[1] for n in "12"]
    line(f"two threads ({os.cpu_count()} cores here), wall", f"{wall[0] / wall[1]:.2f} × one", "≥ 1.8")


def memory(folder, text):
    peaks = []
    for count in (50, 400):
        paths = [f"{folder}/m{i:04}.txt" for i in range(count)]
        for path in paths:
            shutil.copyfile(text, path)
        peaks.append(measure([YANHU, "run", "facts", "-j", "1", "-q", "-f", "ndjson"] + paths, 1)[2])
    line("peak memory of 400 reports", f"{peaks[1] / peaks[0]:.2f} × of 50", f"{peaks[1]:.0f} MiB")


def linear(folder, text):
    """A long file whose lines all differ: copies of one text would be taken for residue."""
    lines, times = open(text, encoding="utf-8", errors="replace").read().splitlines(), []
    for megabytes in (10, 100):
        path, copies = f"{folder}/long.txt", int(megabytes * 1e6 / os.path.getsize(text))
        with open(path, "w", encoding="utf-8") as out:
            for copy in range(copies):
                out.writelines(f"{one}第{copy}稿\n" if one.strip() else "\n" for one in lines)
        times.append(measure([PARSE, path], 3)[0])
    line("parsing one file of 100 MB", f"{times[1] / times[0]:.1f} × of 10 MB", "≈ 10")


def start(folder):
    path = folder + "/tiny.txt"
    with open(path, "w") as out:
        out.write("各位代表：\n投资5亿元建设水厂。\n")
    for command in (["--version"], ["run", "meta", path], ["run", "facts", path]):
        line(f"start-up, wall: yanhu {' '.join(command[:2])}", f"{measure([YANHU] + command, 20)[1] * 1e3:.1f} ms", "≤ 10 ms")


def documents():
    docx = glob.glob("../shared/corpus/provinces-*/*.docx")
    if not docx or not shutil.which("pandoc"):
        return line("docx against pandoc with a Lua filter", "skipped", "wants pandoc and Word documents")
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script: # what `outline` does: a word about each heading
        script.write("local n = 0\nfunction Header(h) n = n + #pandoc.utils.stringify(h) return {} end\nfunction Para() return {} end\n")
        script.flush()
        pandoc = sum(measure(["pandoc", "-L", script.name, "-t", "plain", path], 2)[0] for path in docx)
    for name in ("outline", "facts"):
        ours = measure([YANHU, "run", name, "-j", "1", "-q", "-f", "ndjson"] + docx, 3)[0]
        line(f"docx: {name}, against pandoc with a Lua filter", f"{pandoc / ours:.1f} ×", "≥ 10")


def recognizers(folder, texts):
    """The sentences of some reports, once by Recognizers-Text, many times by yanhu. Installed into the build at need."""
    what, package = "Recognizers-Text, same sentences", "@microsoft/recognizers-text-number-with-unit@1.3"
    home = os.path.abspath(BUILD + "/bench")
    if not (shutil.which("npm") and shutil.which("node")):
        return line(what, "skipped", "wants npm and node")
    if not os.path.isdir(home + "/node_modules/@microsoft"):
        made = subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", home, package], capture_output=True, timeout=300)
        if made.returncode != 0:
            return line(what, "skipped", "npm cannot install it")
    sentences = []
    for text in texts:
        for row in open(text, encoding="utf-8", errors="replace"):
            sentences += [one.strip() + "。" for one in row.split("。") if 5 < len(one.strip()) < 300]
    sentences = sentences[::max(1, len(sentences) // 300)]
    path, copies = folder + "/sentences", 100
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(sentences) + "\n")
    with open(path + ".txt", "w", encoding="utf-8") as out: # lines that all differ: copies would be taken for residue
        for copy in range(copies):
            out.writelines(f"{one}第{copy}稿。\n" for one in sentences)
    theirs = float(subprocess.run(["node", "tests/bench/recognizers.js", home + "/node_modules", path], capture_output=True, text=True, check=True).stdout.split()[0])
    ours = measure([PARSE, path + ".txt"])[0] / copies
    line(f"{what} ({len(sentences)})", f"{theirs / ours:.0f} × ours", "≥ 300")


def main():
    shared = sorted(glob.glob("../shared/corpus/county/*.txt") + glob.glob("../shared/corpus/provinces-*/*.txt"))
    national = sorted(glob.glob("../shared/corpus/national/*.txt"))
    examples = sorted(glob.glob("examples/reports/*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        if national:
            speed(folder, "national reports", national)
        paths = speed(folder, "reports of provinces and counties" if shared else "the examples", shared or examples)
        print()
        threads(paths)
        memory(folder, (shared or examples)[0])
        linear(folder, (shared or examples)[0])
        start(folder)
        documents()
        recognizers(folder, shared or examples)


main()
