// page.js: what is left: the choice of a report, the contents, the marks' switches, light and dark; and the start.
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
