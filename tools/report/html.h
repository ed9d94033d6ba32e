// HTML and SVG as a tree of elements: escaped by construction, well-formed as
// HTML and as XML.
//
// Text and attribute values go through DisplayText(). Thread: one at a time.

#ifndef TOOLS_REPORT_HTML_H
#define TOOLS_REPORT_HTML_H

#include <initializer_list>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace laio::html {

struct Attribute {
    const char *name;
    std::string value;
};

// A handle to an element of a Page, which owns it.
class Element {
 public:
    explicit Element(pugi::xml_node node) : node_(node) {}

    // A child at the end; attributes without a value are left out.
    Element Add(const char *tag,
                std::initializer_list<Attribute> attributes = {});
    // The same with text in it.
    Element Add(const char *tag, std::initializer_list<Attribute> attributes,
                std::string_view text);
    // <tag>text</tag>
    Element AddText(const char *tag, std::string_view text);
    // Text at the end.
    Element Text(std::string_view text);

 private:
    pugi::xml_node node_;
};

class Page {
 public:
    //   style  CSS, without `<`, `>` and `&`
    Page(std::string_view title, std::string_view style);

    Element body() const { return Element(body_); }

    // A whole document, from the doctype on.
    std::string Print() const;

 private:
    std::unique_ptr<pugi::xml_document> document_;
    pugi::xml_node body_;
};

}  // namespace laio::html

#endif  // TOOLS_REPORT_HTML_H
