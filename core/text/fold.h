/* fold.h: one line of source text into its normalised form, character by character.
 *
 * Full-width digits, letters and ％ become plain, spaces inside words and numbers go, and what is no text at all
 * (controls, zero-width marks) goes; nothing else changes, since quotes are cut from the result. Inline residue
 * (a bookmark, a note mark) is handed to the caller as noise. */
#ifndef YANHU_FOLD_H
#define YANHU_FOLD_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Fold {
  char *out; /* has room for what is folded: the result is never longer than its source */
  uint32_t length;
  /* Called for inline residue that stood at `length`; text is a part of the source, or of `out` and then about to go. */
  void (*noise)(void *context, const char *text, uint32_t length, const char *reason);
  void *context;
} Fold;

/* Appends text[0, length), one line without its line end, to fold->out. Spaces at its ends are dropped. `row`: its
 * tabs divide cells and stay. */
void fold_line(Fold *fold, const char *text, uint32_t length, bool row);

#endif
