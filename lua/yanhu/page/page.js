// page.js: ties the marks of the text to the rows of the tables, both ways; filters, search, charts, comparison. The
// data come from the element #reports; text of the reports reaches the page only as text nodes.
(() => {
  "use strict";
  const reports = JSON.parse(document.getElementById("reports").textContent);
  if (!reports.length) return; // none could be read
  const $ = (id) => document.getElementById(id);
  const names = {
    status: { result: "结果", target: "目标", other: "其他" },
    measure: { level: "总量", count: "数目", growth: "增速", share: "比重", change: "变化", rank: "位次" },
    role: { opening: "开头", review: "回顾", problems: "问题", plan: "安排", five_year: "五年目标", government: "政府建设", closing: "结尾", notes: "附注" },
    kind: { deliverable: "可核查任务", measure: "举措" },
  };
  const name = (field, value) => (names[field] && names[field][value]) || value || "";

  // An element with text and attributes; children may be strings.
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes || {})) if (value != null) element.setAttribute(key, value);
    for (const child of children) if (child != null) element.append(child);
    return element;
  }

  /* ---- which report, which view ---- */

  let current = 0;
  let panel = "headline";
  const article = () => $(reports[current].id);
  const sentence = (number) => $(reports[current].id + "-" + number);
  const narrow = () => matchMedia("(max-width: 900px)").matches;

  function show(view) {
    document.body.dataset.view = view;
    for (const button of document.querySelectorAll("#views button")) {
      const on = button.dataset.view === view;
      button.setAttribute("aria-pressed", on);
    }
    if (view === "compare") compare();
    if (view === "data") renderPanel(); // a chart that was drawn unseen has no size
  }

  function choose(number) {
    if (number === current) return;
    current = number;
    $("report").value = number;
    reports.forEach((report, n) => {
      $(report.id).hidden = n !== number;
      document.querySelector(`[data-of="${report.id}"]`).hidden = n !== number;
    });
    start();
  }

  /* ---- from row to text and from text to row ---- */

  const marksOf = { facts: (n) => `[data-f~="${n}"]`, tasks: (n) => `[data-t="${n}"]`, terms: (n) => `[data-g~="${n}"]` };

  function unmark(scope, attribute) {
    for (const element of scope.querySelectorAll(`[${attribute}]`)) element.removeAttribute(attribute);
  }

  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const scroll = (element, block) => element.scrollIntoView({ block, behavior: calm || document.visibilityState === "hidden" ? "auto" : "smooth" });

  // Scrolls to the sentence, marks it, and the pieces of it that the row speaks of.
  function toText(number, selector) {
    if (narrow() || document.body.dataset.view === "compare") show("text");
    const target = sentence(number);
    if (!target) return;
    unmark(document, "data-current");
    target.setAttribute("data-current", "sentence");
    const pieces = selector ? target.querySelectorAll(selector) : [];
    for (const piece of pieces) piece.setAttribute("data-current", "piece");
    scroll(pieces[0] || target, "center");
    rove(pieces[0] && pieces[0].matches(".n, .t, .g") ? pieces[0] : null);
  }

  function toRow(kind, number) {
    if (panel !== kind) open(kind, false);
    let row = document.querySelector(`#rows tr[data-n="${number}"]`);
    if (!row) { // filtered away
      clearFilters();
      row = document.querySelector(`#rows tr[data-n="${number}"]`);
    }
    if (!row) return;
    if (narrow()) show("data");
    row = document.querySelector(`#rows tr[data-n="${number}"]`);
    markRow(row);
    scroll(row, "center");
  }

  function markRow(row) {
    for (const other of document.querySelectorAll('#rows [aria-current="true"]')) other.removeAttribute("aria-current");
    row.setAttribute("aria-current", "true");
  }

  function followMark(mark) {
    const owner = mark.closest(".s");
    if (owner) {
      unmark(document, "data-current");
      owner.setAttribute("data-current", "sentence");
    }
    mark.setAttribute("data-current", "piece");
    if (mark.dataset.f) toRow("facts", mark.dataset.f.split(" ")[0]);
    else if (mark.dataset.g) toRow("terms", mark.dataset.g.split(" ")[0]);
    else toRow("tasks", mark.dataset.t);
  }

  // Marks are one stop of the tab key; the arrow keys go from one to the next.
  const visibleMarks = () => [...article().querySelectorAll(".n, .t, .g")];
  function rove(mark) {
    const before = article().querySelector('[tabindex="0"]');
    if (before && before !== mark && mark) before.tabIndex = -1;
    if (mark) mark.tabIndex = 0;
  }

  $("text").addEventListener("click", (event) => {
    if (String(getSelection())) return; // somebody selects text
    const mark = event.target.closest(".n, .g, .t");
    if (mark) {
      rove(mark);
      followMark(mark);
    }
  });
  $("text").addEventListener("keydown", (event) => {
    const mark = event.target.closest(".n, .g, .t");
    if (!mark) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      followMark(mark);
    } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      event.preventDefault();
      const marks = visibleMarks();
      const next = marks[marks.indexOf(mark) + (event.key === "ArrowRight" ? 1 : -1)];
      if (next) {
        rove(next);
        next.focus();
      }
    }
  });

  /* ---- tables ---- */

  const joined = (row) => Object.values(row).filter((value) => typeof value === "string").join(" ").toLowerCase();
  const distinct = (rows, field) => [...new Set(rows.map((row) => row[field]).filter((value) => value != null))];

  const panels = {
    headline: {
      filters: [],
      columns: ["指标", "上年结果", "目标"],
      rows: () => headlineRows(reports[current].data),
    },
    facts: {
      filters: [["status", "状态"], ["measure", "类别"], ["role", "部分"]],
      columns: ["指标", "数值", "类别", "年份"],
      rows: () => reports[current].data.facts,
      cells: (row) => [row.indicator, row.text, `${name("status", row.status)} · ${name("measure", row.measure)}`, row.period || ""],
    },
    tasks: {
      filters: [["kind", "类别"], ["section", "章节"]],
      columns: ["任务", "数量", "时限"],
      rows: () => reports[current].data.tasks,
      cells: (row) => [row.text, row.quantity || "", row.deadline || ""],
    },
    terms: {
      filters: [],
      columns: ["名词", "使用", "行"],
      rows: () => reports[current].data.terms,
      cells: (row) => [row.term, String(row.uses.length), String(row.line)],
    },
  };

  // Targets and results of one indicator and kind of figure on one row.
  function headlineRows(data) {
    const rows = new Map();
    for (const side of ["results", "targets"]) {
      for (const one of data[side]) {
        const kind = one.measure === "count" ? "level" : one.measure;
        const key = one.id + "/" + kind;
        if (!rows.has(key)) rows.set(key, { key, id: one.id, order: one.order, name: one.name, measure: kind });
        rows.get(key)[side] = one;
      }
    }
    return [...rows.values()].sort((a, b) => a.order - b.order);
  }

  function link(text, fact) {
    const data = reports[current].data.facts[fact - 1];
    if (!data || !data.s) return text;
    const anchor = make("a", { href: `#${reports[current].id}-${data.s}`, "data-fact": fact }, text);
    return anchor;
  }

  const chosen = {}; // panel → field → value
  function clearFilters() {
    chosen[panel] = {};
    $("search").value = "";
    search();
    renderFilters();
  }

  function renderFilters() {
    const box = $("filters");
    box.replaceChildren();
    const spec = panels[panel];
    for (const [field, title] of spec.filters) {
      const select = make("select", { "data-field": field }, make("option", { value: "" }, "全部"));
      for (const value of distinct(spec.rows(), field)) select.append(make("option", { value }, name(field, value)));
      select.value = (chosen[panel] || {})[field] || "";
      box.append(make("label", null, title + " ", select));
    }
  }

  const matches = (row, query) => !query || joined(row).includes(query) || (row.targets && joined(row.targets).includes(query)) ||
    (row.results && joined(row.results).includes(query)) || (row.s && sentence(row.s).textContent.toLowerCase().includes(query));

  function renderRows() {
    const spec = panels[panel];
    const query = $("search").value.trim().toLowerCase();
    const filter = chosen[panel] || {};
    const all = spec.rows();
    const body = $("rows").tBodies[0];
    const head = make("tr", null, ...spec.columns.map((title) => make("th", { scope: "col" }, title)));
    $("rows").tHead.replaceChildren(head);
    $("rows").className = panel;
    const rows = [];
    all.forEach((row, n) => {
      if (Object.entries(filter).some(([field, value]) => value && row[field] !== value) || !matches(row, query)) return;
      rows.push(panel === "headline" ? headlineRow(row, n + 1) : plainRow(spec, row, n + 1));
    });
    body.replaceChildren(...rows);
    $("count").textContent = `${rows.length} / ${all.length} 条`;
  }

  function plainRow(spec, row, number) {
    const [first, ...rest] = spec.cells(row);
    const anchor = make("a", { href: row.s ? `#${reports[current].id}-${row.s}` : null, title: `第 ${row.line} 行` }, first);
    const tr = make("tr", { "data-n": number }, make("th", { scope: "row" }, anchor), ...rest.map((text) => make("td", null, text)));
    if (row.kind) tr.classList.add(row.kind);
    if (row.status) tr.classList.add(row.status);
    if (row.doubt) tr.cells[1].append(make("span", { class: "doubt", title: row.doubt }, " ?"));
    if (row.text && panel === "terms") tr.cells[0].append(make("p", { class: "explain" }, row.text));
    return tr;
  }

  function headlineRow(row, number) {
    const cell = (one) => make("td", null, one ? link(one.text, one.fact) : "—");
    return make("tr", { "data-n": number }, make("th", { scope: "row" }, row.name, make("small", null, " " + name("measure", row.measure))),
      cell(row.results), cell(row.targets));
  }

  function followRow(row, anchor) {
    const number = Number(row.dataset.n);
    markRow(row);
    if (panel === "headline") {
      const fact = Number((anchor || row.querySelector("[data-fact]") || { dataset: {} }).dataset.fact);
      if (fact) toFact(fact);
      return;
    }
    const data = panels[panel].rows()[number - 1];
    if (panel === "terms") {
      const use = data.uses[0] || data;
      if (use.s) toText(use.s, marksOf.terms(number));
    } else if (data.s) {
      toText(data.s, marksOf[panel](number));
    }
  }

  const toFact = (fact) => toText(reports[current].data.facts[fact - 1].s, marksOf.facts(fact));

  $("rows").tBodies[0].addEventListener("click", (event) => {
    const row = event.target.closest("tr");
    if (!row) return;
    event.preventDefault();
    followRow(row, event.target.closest("[data-fact]"));
  });
  $("filters").addEventListener("change", (event) => {
    chosen[panel] = chosen[panel] || {};
    chosen[panel][event.target.dataset.field] = event.target.value;
    renderRows();
  });

  function renderPanel() {
    renderFilters();
    renderRows();
    $("headline-chart").hidden = panel !== "headline";
    if (panel === "headline") headlineChart();
  }

  function open(kind, focus) {
    panel = kind;
    for (const tab of document.querySelectorAll('[role="tab"]')) {
      const on = tab.dataset.panel === kind;
      tab.setAttribute("aria-selected", on);
      tab.tabIndex = on ? 0 : -1;
      if (on) $("panel").setAttribute("aria-labelledby", tab.id);
      if (on && focus) tab.focus();
    }
    renderPanel();
    $("data").scrollTop = 0;
  }

  const tablist = document.querySelector('[role="tablist"]');
  tablist.addEventListener("click", (event) => {
    const tab = event.target.closest('[role="tab"]');
    if (tab) open(tab.dataset.panel, true);
  });
  tablist.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const tabs = [...tablist.children];
    const at = tabs.findIndex((tab) => tab.dataset.panel === panel);
    open(tabs[(at + step + tabs.length) % tabs.length].dataset.panel, true);
  });

  /* ---- search ---- */

  let hits = [], hit = -1;
  function search() {
    const query = $("search").value.trim().toLowerCase();
    unmark(document, "data-hit");
    hits = query ? [...article().querySelectorAll(".s")].filter((one) => one.textContent.toLowerCase().includes(query)) : [];
    for (const one of hits) one.setAttribute("data-hit", "");
    hit = -1;
    $("found").textContent = query ? `${hits.length} 句` : "";
    renderRows();
  }
  $("search").addEventListener("input", search);
  $("search").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !hits.length) return;
    event.preventDefault();
    hit = (hit + (event.shiftKey ? hits.length - 1 : 1)) % hits.length;
    $("found").textContent = `${hit + 1} / ${hits.length} 句`;
    toText(Number(hits[hit].id.split("-").pop()));
  });

  /* ---- charts ---- */

  const charts = {};
  const color = (variable) => getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
  const middle = (one) => one.value ?? (one.low != null && one.high != null ? (one.low + one.high) / 2 : one.low ?? one.high);
  const isRange = (one) => one.op === "range" && one.low != null && one.high != null;
  // A bar reaches to the value; of a range to its lower end, and paler to its upper one.
  const solid = (one) => (isRange(one) ? one.low : middle(one));
  const pale = (one) => (isRange(one) ? one.high - one.low : null);
  const paler = (variable) => color(variable) + "73";

  function draw(box, label, height, config) {
    box = $(box);
    if (charts[box.id]) charts[box.id].destroy();
    delete charts[box.id];
    box.replaceChildren();
    if (typeof Chart === "undefined") {
      box.append(make("p", { class: "hint" }, "没有图：此页由不带图表库的 yanhu 生成。"));
      return;
    }
    const canvas = make("canvas", { role: "img", "aria-label": label });
    box.style.height = height + "px";
    box.append(canvas);
    Chart.defaults.color = color("--ink");
    Chart.defaults.borderColor = color("--line");
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    charts[box.id] = new Chart(canvas, config);
  }

  // bars: { label, variable, rows (a row or nothing for each label) }; pick(bars' number, label's number) on a click.
  function barChart(box, label, labels, bars, pick) {
    const height = labels.length * (bars.length * 13 + 11) + 70;
    const datasets = [];
    bars.forEach((one, n) => {
      const set = { stack: String(n), maxBarThickness: 16, number: n, written: one.rows.map((row) => row && `${one.label} ${row.text}`) };
      datasets.push({ ...set, label: one.label, backgroundColor: color(one.variable), data: one.rows.map((row) => row && solid(row)) });
      if (one.rows.some((row) => row && isRange(row))) {
        datasets.push({ ...set, label: one.label + "（区间）", backgroundColor: paler(one.variable), data: one.rows.map((row) => row && pale(row)) });
      }
    });
    draw(box, label, height, {
      type: "bar",
      data: { labels, datasets },
      options: {
        indexAxis: "y", animation: false, maintainAspectRatio: false, responsive: true,
        onClick: (event, elements) => elements[0] && pick(datasets[elements[0].datasetIndex].number, elements[0].index),
        plugins: {
          legend: { display: datasets.length > 1, position: "top", labels: { boxWidth: 14 } },
          tooltip: { callbacks: { label: (item) => item.dataset.written[item.dataIndex] } },
        },
        scales: { x: { stacked: true, beginAtZero: true }, y: { stacked: true, ticks: { autoSkip: false }, grid: { display: false } } },
      },
    });
  }

  // Growth rates and rates of their size; amounts and shares have no common scale with them and stay in the table.
  const isRate = (row) => row.measure === "growth" || ["unemployment", "deficit_ratio"].includes(row.id);
  const rateOf = (one) => (one && one.unit === "%" && middle(one) != null ? one : null);

  function headlineChart() {
    const rows = headlineRows(reports[current].data).filter((row) => isRate(row) && (rateOf(row.results) || rateOf(row.targets)));
    if (!rows.length) {
      if (charts["headline-chart"]) charts["headline-chart"].destroy();
      delete charts["headline-chart"];
      $("headline-chart").replaceChildren(make("p", { class: "hint" }, "没有以百分比表示的主要指标。"));
      $("headline-chart").style.height = "auto";
      return;
    }
    const sides = ["results", "targets"];
    barChart("headline-chart", "主要指标的上年结果与目标（%），数值见下表", rows.map((row) => row.name + (row.measure === "growth" ? "增速" : "")),
      [{ label: "上年结果（%）", variable: "--result", rows: rows.map((row) => rateOf(row.results)) },
        { label: "目标（%）", variable: "--target", rows: rows.map((row) => rateOf(row.targets)) }],
      (side, n) => {
        const one = rows[n][sides[side]];
        if (one && one.fact) toFact(one.fact);
      });
  }

  /* ---- several reports side by side ---- */

  const keyOf = (one) => `${one.id}/${one.measure === "count" ? "level" : one.measure}/${one.unit}`;

  function headlineKeys(side) {
    const keys = new Map();
    for (const report of reports) {
      for (const one of report.data[side]) {
        const key = keyOf(one);
        if (!keys.has(key)) keys.set(key, { key, title: `${one.name}${one.measure === "growth" ? "增速" : ""}（${one.unit || name("measure", one.measure)}）`, count: 0 });
        keys.get(key).count++;
      }
    }
    return [...keys.values()].sort((a, b) => b.count - a.count);
  }

  const pick = (report, side, key) => reports[report].data[side].find((one) => keyOf(one) === key);

  function openFact(report, one) {
    choose(report);
    show("text");
    if (one && one.fact) toFact(one.fact);
  }

  function compare() {
    const side = $("side").value;
    const keys = headlineKeys(side);
    const before = $("indicator").value;
    $("indicator").replaceChildren(...keys.map((one) => make("option", { value: one.key }, `${one.title} · ${one.count} 份`)));
    if (keys.some((one) => one.key === before)) $("indicator").value = before;
    const key = $("indicator").value;
    const rows = reports.map((report, n) => ({ n, label: report.label, one: pick(n, side, key) }));
    const ranked = rows.filter((row) => row.one && middle(row.one) != null).sort((a, b) => middle(b.one) - middle(a.one));
    const missing = rows.filter((row) => !ranked.includes(row)).map((row) => row.label);
    $("compare-hint").textContent = "按数值从高到低；区间按中点排名。" + (missing.length ? `没有这一指标：${missing.join("、")}。` : "");
    if (ranked.length) {
      barChart("compare-chart", $("indicator").selectedOptions[0].textContent + "，数值见下表", ranked.map((row) => row.label),
        [{ label: keys.find((one) => one.key === key).title, variable: side === "targets" ? "--target" : "--result", rows: ranked.map((row) => row.one) }],
        (_, n) => openFact(ranked[n].n, ranked[n].one));
    }
    let rank = 0;
    $("ranking").tBodies[0].replaceChildren(...ranked.map((row, n) => {
      if (n === 0 || middle(row.one) !== middle(ranked[n - 1].one)) rank = n + 1; // equal values share a rank
      return make("tr", null, make("td", null, String(rank)), make("th", { scope: "row" }, button(row.label, row.n, row.one)), make("td", null, row.one.text),
        make("td", null, row.one.period || ""));
    }));
    matrix(side, keys);
  }

  function button(text, report, one) {
    const element = make("button", { type: "button", class: "link" }, text);
    element.addEventListener("click", () => openFact(report, one));
    return element;
  }

  function matrix(side, keys) {
    $("matrix").tHead.replaceChildren(make("tr", null, make("th", { scope: "col" }, "报告"), ...keys.map((one) => make("th", { scope: "col" }, one.title))));
    $("matrix").tBodies[0].replaceChildren(...reports.map((report, n) => make("tr", null, make("th", { scope: "row" }, report.label), ...keys.map((key) => {
      const one = pick(n, side, key.key);
      return make("td", null, one ? button(one.text, n, one) : "—");
    }))));
  }

  $("indicator").addEventListener("change", compare);
  $("side").addEventListener("change", compare);

  /* ---- the rest ---- */

  $("report").addEventListener("change", (event) => {
    choose(Number(event.target.value));
    if (document.body.dataset.view === "compare") show("text");
  });
  $("views").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) show(button.dataset.view);
  });
  $("contents").addEventListener("click", (event) => {
    const anchor = event.target.closest("a");
    if (!anchor) return;
    event.preventDefault();
    toText(Number(anchor.hash.split("-").pop()));
  });
  $("legend").addEventListener("change", (event) => {
    document.body.classList.toggle("no-" + event.target.value, !event.target.checked);
  });
  $("print").addEventListener("click", () => print());

  const dark = () => (document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  function themed() {
    $("theme").setAttribute("aria-pressed", dark());
    if (document.body.dataset.view === "compare") compare();
    if (panel === "headline") headlineChart();
  }
  $("theme").addEventListener("click", () => {
    document.documentElement.dataset.theme = dark() ? "light" : "dark";
    themed();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", themed);

  function start() {
    for (const mark of visibleMarks()) {
      mark.tabIndex = -1;
      if (mark.matches(".n, .g")) mark.setAttribute("role", "button");
    }
    const first = article().querySelector(".n, .t, .g");
    if (first) first.tabIndex = 0;
    for (const tab of document.querySelectorAll('[role="tab"]')) {
      if (tab.dataset.panel !== "headline") tab.dataset.count = reports[current].data[tab.dataset.panel].length;
    }
    const { meta, region } = reports[current];
    $("about").textContent = [region, meta.date, meta.session, [meta.office, meta.speaker].filter(Boolean).join(" "),
      `${meta.characters} 字`].filter(Boolean).join(" · ");
    search();
    renderPanel();
  }
  start();
  show(reports.length > 1 ? "compare" : "text");
})();
