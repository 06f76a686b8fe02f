/* article.h: the blocks of a web page, and which of them are its article rather than navigation.
 * A Page owns its blocks and their text. */
#ifndef YANHU_ARTICLE_H
#define YANHU_ARTICLE_H

#include "../text/buffer.h"
#include "reader.h"

typedef struct Block {         /* a paragraph, heading, list item, table cell or line before a <br> */
  size_t start, end;           /* bytes in Page.text */
  uint32_t characters, linked; /* codepoints, and how many of them are links */
  uint32_t number;             /* paragraph of the page, from 1 */
  uint8_t kind, level;         /* LineKind */
  bool prose;                  /* running text: has a comma or full stop */
  const char *reason;          /* of noise */
  uint32_t cell;               /* of a table row, from 1; 0 outside */
} Block;

typedef struct Container {     /* an element that holds blocks: [first, last) */
  uint32_t first, last, prose; /* codepoints of running text in it */
} Container;

typedef struct Page {
  Buffer text;
  Block *blocks;
  Container *containers;
  uint32_t block_count, block_room, container_count, container_room;
} Page;

bool block_has(const Page *page, const Block *block, const char *word);
void page_free(Page *page);
/* Marks what is no part of the article as noise, and adds every block to the document in order. */
void article_add(Page *page, Document *document);

#endif
