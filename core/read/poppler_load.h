/* poppler_load.h: poppler, loaded when the first PDF is met. With the forty libraries that it brings along it would
 * make every start of the program three times as slow. */
#ifndef YANHU_POPPLER_LOAD_H
#define YANHU_POPPLER_LOAD_H

#include <poppler.h>

#define POPPLER_FUNCTIONS(F) \
  F(poppler_document_new_from_bytes) F(poppler_document_get_n_pages) F(poppler_document_get_page) \
  F(poppler_page_get_text) F(poppler_page_get_text_layout) \
  F(g_object_unref) F(g_bytes_new_static) F(g_bytes_unref) F(g_free) F(g_clear_error) F(g_utf8_validate) F(g_utf8_make_valid)

#define F(name) __typeof__(name) *name;
typedef struct Poppler { POPPLER_FUNCTIONS(F) } Poppler;
#undef F

/* NULL where the library is not installed any more; *why then says what is missing. Any thread. */
const Poppler *poppler_load(const char **why);

#endif
