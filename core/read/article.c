/* article.c: see article.h. The article is the smallest element that holds nearly all running text of the page; what
 * stands around it is navigation, but for the title and the line of delivery, which often stand above it. */
#include "article.h"

#include <string.h>

enum { SHARE = 80 /* percent of the running text */, TITLES = 40 /* blocks above the article */ };

void page_free(Page *page) {
  buffer_free(&page->text);
  free(page->blocks);
  free(page->containers);
}

static bool is_noise(const Block *block) {
  return block->kind == LINE_NOISE;
}

static bool is_linked(const Block *block) {
  return block->linked * 2 > block->characters;
}

bool block_has(const Page *page, const Block *block, const char *word) {
  if (!page->text.bytes) return false;
  return memmem(page->text.bytes + block->start, block->end - block->start, word, strlen(word)) != NULL;
}

static void mark(Block *block, const char *reason) {
  if (is_noise(block)) return;
  block->kind = LINE_NOISE;
  block->reason = reason;
}

static bool is_title(const Page *page, const Block *block) {
  if (is_linked(block) || block->characters > 80) return false;
  return (block->kind == LINE_HEADING && block->level <= 3) || block_has(page, block, "工作报告") ||
         block_has(page, block, "会议上") || block_has(page, block, "大会上");
}

static Container find_article(const Page *page) {
  uint64_t prose = 0;
  for (uint32_t i = 0; i < page->block_count; i++)
    if (page->blocks[i].prose && !is_noise(&page->blocks[i]) && !is_linked(&page->blocks[i]))
      prose += page->blocks[i].characters;
  Container best = {0, page->block_count, 0};
  for (uint32_t i = 0; i < page->container_count; i++) {
    const Container *c = &page->containers[i];
    if ((uint64_t)c->prose * 100 >= prose * SHARE && c->last - c->first < best.last - best.first) best = *c;
  }
  return best;
}

void article_add(Page *page, Document *document) {
  const Container article = find_article(page);
  for (uint32_t i = 0; i < page->block_count; i++) {
    Block *block = &page->blocks[i];
    if (block->start == block->end) continue; /* a cell, told in its row */
    const bool inside = i >= article.first && i < article.last;
    const bool above = i < article.first && article.first - i <= TITLES;
    if (is_linked(block) && (!inside || !block->prose)) mark(block, "navigation");
    else if (!inside && !(above && is_title(page, block))) mark(block, "navigation");
    document_add(document, page->text.bytes + block->start, block->end - block->start, block->number, block->kind,
                 block->level, block->reason);
  }
}
