/* xml.c: see xml.h. */
#include "xml.h"
#include "reader.h"

#ifdef HAVE_LIBXML2
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_DEPTH = 256 };

typedef struct Parse {
  const Xml *xml;
  const XmlHandler *handler;
  xmlParserCtxtPtr parser;
  YhError *error;
  int depth;
  bool stopped;
} Parse;

static void stop(Parse *parse, YhCode code, const char *message) {
  if (parse->stopped) return;
  error_set(parse->error, code, "%s", message);
  parse->error->line = (uint32_t)parse->xml->xmlSAX2GetLineNumber(parse->parser);
  parse->stopped = true;
  parse->xml->xmlStopParser(parse->parser);
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                     const xmlChar **namespace_items, int attributes, int defaulted, const xmlChar **items) {
  (void)prefix, (void)uri, (void)namespaces, (void)namespace_items, (void)defaulted;
  Parse *parse = context;
  if (parse->stopped) return;
  if (++parse->depth > MAX_DEPTH) {
    stop(parse, YH_ELIMIT, _("elements nested deeper than 256"));
    return;
  }
  parse->handler->start(parse->handler->context, (const char *)name, (XmlAttributes){items, attributes});
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix, (void)uri;
  Parse *parse = context;
  if (parse->stopped) return;
  parse->depth--;
  parse->handler->end(parse->handler->context, (const char *)name);
}

static void on_text(void *context, const xmlChar *text, int length) {
  Parse *parse = context;
  if (!parse->stopped) parse->handler->text(parse->handler->context, (const char *)text, (size_t)length);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
  (void)name, (void)external, (void)system;
  stop(context, YH_EFORMAT, _("has a document type declaration, which no such document needs: not read"));
}

static LIBRARY_LOAD(Xml, find, XML_SONAME, XML_FUNCTIONS)

    static const Xml *xml;
static const char *missing;

static void init(void) {
  xml = find(&missing);
  if (xml) xml->xmlInitParser();
}

const Xml *xml_load(YhError *error) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, init);
  if (!xml) error_set(error, YH_EUNSUPPORTED, _("needs libxml2: %s"), missing);
  return xml;
}

bool xml_parse(const XmlHandler *handler, XmlFeed feed, void *stream, YhError *error) {
  const Xml *library = xml_load(error);
  if (!library) return false;
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = sax.cdataBlock = sax.ignorableWhitespace = on_text;
  sax.internalSubset = on_doctype;
  YhError own;
  Parse parse = {.xml = library, .handler = handler, .error = error ? error : &own};
  error_clear(parse.error);
  parse.parser = library->xmlCreatePushParserCtxt(&sax, &parse, NULL, 0, NULL);
  if (!parse.parser) return error_set(error, YH_ELIMIT, _("no memory for the XML parser"));
  library->xmlCtxtUseOptions(parse.parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);

  const void *bytes;
  long length = 1;
  while (length > 0 && !parse.stopped && parse.error->code == YH_OK) {
    length = feed(stream, &bytes, parse.error);
    if (length < 0) break;
    const int failed = library->xmlParseChunk(parse.parser, length ? bytes : "", (int)length, length == 0);
    if (failed && !parse.stopped && !parse.parser->wellFormed) {
      const xmlError *last = library->xmlCtxtGetLastError(parse.parser);
      const char *why = last && last->message ? last->message : _("not well formed");
      error_set(parse.error, YH_EFORMAT, _("broken XML: %.*s"), (int)strcspn(why, "\n"), why);
      parse.error->line = last ? (uint32_t)last->line : 0;
    }
  }
  if (parse.parser->myDoc) library->xmlFreeDoc(parse.parser->myDoc);
  library->xmlFreeParserCtxt(parse.parser);
  return parse.error->code == YH_OK;
}

bool xml_attribute(XmlAttributes attributes, const char *name, char *value, size_t size) {
  for (int i = 0; i < attributes.count; i++) {
    const xmlChar **item = attributes.items + (size_t)i * 5; /* name, prefix, URI, value, end of value */
    if (strcmp((const char *)item[0], name)) continue;
    size_t length = (size_t)(item[4] - item[3]);
    if (length >= size) {
      length = size - 1;
      while (length && (item[3][length] & 0xC0) == 0x80) length--;
    }
    memcpy(value, item[3], length);
    value[length] = 0;
    return true;
  }
  return false;
}

int xml_number(XmlAttributes attributes, const char *name, int otherwise) {
  char value[16];
  if (!xml_attribute(attributes, name, value, sizeof value)) return otherwise;
  const long number = strtol(value, NULL, 10);
  return number > 1000000 ? 1000000 : number < -1000000 ? -1000000 : (int)number;
}
#endif
