// tables.js: the tables beside the text: rows, filters, tabs; and the search, which narrows them and marks sentences.
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
