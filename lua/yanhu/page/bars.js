// bars.js: bar charts, drawn by Chart.js where the program was built with it.
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
