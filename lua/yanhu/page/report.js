// report.js: the reports' data, which of them is read, and in which view. Text of reports reaches the page only as text
// nodes. All files of the page's script are joined into one function (page.lua), in the order that is written there.
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
