// marks.js: from a row to its sentence, and from a mark in the text to its row, by mouse and by keyboard.
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
