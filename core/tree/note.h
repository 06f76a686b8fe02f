/* note.h: the glossary behind a report: 3.“四首”经济：指…. Where its entries start, and who uses their terms. */
#ifndef YANHU_NOTE_H
#define YANHU_NOTE_H

#include "entry.h"
#include "report.h"

/* An entry of the notes, read from its paragraph. */
typedef struct NoteHead {
  uint32_t marker_start, marker_end; /* `3.` */
  uint32_t term_start, term_end;     /* `“四首”经济` */
} NoteHead;

/* Whether paragraph i starts a note, and its head. */
bool note_read(const Text *text, const Entry *entries, uint32_t i, NoteHead *head);
/* Links the notes of a built tree to the sentences that use their terms. */
void note_link(YhReport *report);

#endif
