/* xml.h: events of an XML stream, through libxml2's SAX interface. No document type, hence no entity of its own, no
 * network, a bound on nesting. */
#ifndef YANHU_XML_H
#define YANHU_XML_H

#ifdef HAVE_LIBXML2
#include "../text/library.h"
#include "reader.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#define XML_FUNCTIONS(F)                                                                                               \
  F(htmlCreateMemoryParserCtxt)                                                                                        \
  F(htmlCtxtUseOptions) F(htmlFreeParserCtxt) F(htmlParseDocument) F(xmlCreatePushParserCtxt) F(xmlCtxtGetLastError)   \
      F(xmlCtxtUseOptions) F(xmlFreeDoc) F(xmlFreeParserCtxt) F(xmlInitParser) F(xmlParseChunk)                        \
          F(xmlSAX2GetLineNumber) F(xmlStopParser) F(xmlSwitchEncoding)
LIBRARY_TYPE(Xml, XML_FUNCTIONS);

/* libxml2, ready for use; NULL and *error where it is not installed any more. */
const Xml *xml_load(YhError *error);

typedef struct XmlAttributes {
  const xmlChar **items; /* libxml2's quintuples */
  int count;
} XmlAttributes;

typedef struct XmlHandler { /* names are local names, without their prefix */
  void (*start)(void *context, const char *name, XmlAttributes attributes);
  void (*end)(void *context, const char *name);
  void (*text)(void *context, const char *text, size_t length);
  void *context;
} XmlHandler;

/* Gives the next piece of the stream: length, 0 at the end, -1 on failure. */
typedef long (*XmlFeed)(void *stream, const void **bytes, YhError *error);

bool xml_parse(const XmlHandler *handler, XmlFeed feed, void *stream, YhError *error);

/* The value of an attribute by its local name, cut to size; false where there is none. */
bool xml_attribute(XmlAttributes attributes, const char *name, char *value, size_t size);
/* The same as a number; `otherwise` where there is none. */
int xml_number(XmlAttributes attributes, const char *name, int otherwise);

#endif
#endif
