// compare.js: several reports side by side: rank by one indicator, all indicators in one table.
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
