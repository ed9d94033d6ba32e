// How the page of a review looks: on a phone, a desk and paper, by day and by
// night.

#ifndef TOOLS_REPORT_PAGE_STYLE_H
#define TOOLS_REPORT_PAGE_STYLE_H

namespace laio {

// CSS without `<`, `>` and `&`, so that HTML and XML read it alike.
extern const char *const kPageStyle;

}  // namespace laio

#endif  // TOOLS_REPORT_PAGE_STYLE_H
