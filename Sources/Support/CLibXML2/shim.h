// Debian's libxml2 is built with ICU and its headers would bring in ICU's; those clash with Foundation's own.
// Nothing here touches the structures that differ.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
