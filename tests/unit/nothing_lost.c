/* Nothing is lost: every character of a source stands in the text or in the noise. Over the fictional reports, as they
 * are, in traditional line ends, and with their lines cut and shuffled. */
#include "read/reader.h"
#include "tap.h"
#include "text/text.h"
#include "text/utf8.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

enum { HAN, DIGITS, LETTERS, CLASSES };

/* Counts what must be kept. Full-width digits and letters count as what they become. */
static void count(const char *text, size_t length, long counts[CLASSES]) {
  for (size_t i = 0; i < length;) {
    uint32_t n, c = utf8_decode(text + i, &n);
    i += n;
    if (c > 0xFF00 && c < 0xFF5F) c -= 0xFEE0;
    counts[HAN] += utf8_is_han(c);
    counts[DIGITS] += utf8_is_digit(c);
    counts[LETTERS] += utf8_is_letter(c);
  }
}

static void check(const char *bytes, size_t length, const char *what) {
  const Source source = {
      .path = "some.txt", .bytes = (char *)(uintptr_t)bytes, .length = length, .max_text = 8 << 20, .fd = -1};
  YhError error;
  Document *document = txt_read(&source, &error);
  if (!tap_check(document != NULL, what, __FILE__, __LINE__)) return;
  Text *text = text_new(document);
  long want[CLASSES] = {0}, got[CLASSES] = {0};
  count(bytes, length, want);
  count(text->bytes, text->length, got);
  for (uint32_t i = 0; i < text->noise_count; i++) count(text->noise[i].text, text->noise[i].length, got);
  for (int k = 0; k < CLASSES; k++)
    if (!tap_check(want[k] == got[k], what, __FILE__, __LINE__))
      printf("# class %d: %ld, want %ld\n", k, got[k], want[k]);
  arena_free(text->arena);
  document_free(document);
}

/* The lines in another order, some of them cut in two or written twice. */
static char *shuffle(const char *bytes, size_t length, unsigned seed, size_t *out_length) {
  char *out = malloc(length * 2 + 2);
  size_t used = 0;
  for (const char *p = bytes, *end = bytes + length; p < end;) {
    const char *stop = memchr(p, '\n', (size_t)(end - p));
    if (!stop) stop = end;
    seed = seed * 1103515245u + 12345u;
    const unsigned dice = seed >> 16 & 7;
    const size_t line = (size_t)(stop - p);
    size_t cut = dice < 3 ? line * dice / 4 : 0;
    while (cut && cut < line && ((unsigned char)p[cut] & 0xC0) == 0x80) cut--;
    for (int times = dice == 7 ? 2 : 1; times; times--) {
      memcpy(out + used, p, cut);
      used += cut;
      if (cut) out[used++] = '\n';
      memcpy(out + used, p + cut, line - cut);
      used += line - cut;
      out[used++] = '\n';
    }
    p = stop + 1;
  }
  *out_length = used;
  return out;
}

int main(void) {
  glob_t files;
  if (glob("examples/reports/*.txt", 0, NULL, &files)) {
    printf("# skipped: run from the root of the project\n");
    return tap_end();
  }
  static char bytes[1 << 20];
  for (size_t i = 0; i < files.gl_pathc; i++) {
    FILE *file = fopen(files.gl_pathv[i], "rb");
    const size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    check(bytes, length, files.gl_pathv[i]);
    for (unsigned seed = 1; seed <= 20; seed++) {
      size_t shuffled_length;
      char *shuffled = shuffle(bytes, length, seed, &shuffled_length);
      check(shuffled, shuffled_length, files.gl_pathv[i]);
      free(shuffled);
    }
  }
  globfree(&files);
  return tap_end();
}
