#include "tools/report/html.h"

#include <cassert>
#include <sstream>
#include <string>

#include "tools/report/display_text.h"

namespace laio::html {
namespace {

// In HTML <td/> would begin a cell and </br> be a second break: elements are
// closed by a tag of their own, but for those that must not be.
std::string CloseVoidElements(std::string text)
{
    for (std::string_view end : {"></meta>", "></br>", "></hr>", "></col>"}) {
        for (size_t at = 0; (at = text.find(end, at)) != text.npos;) {
            text.replace(at, end.size(), "/>");
        }
    }
    return text;
}

}  // namespace

Element Element::Add(const char *tag,
                     std::initializer_list<Attribute> attributes)
{
    pugi::xml_node child = node_.append_child(tag);
    for (const Attribute &attribute : attributes) {
        if (attribute.value.empty()) {
            continue;
        }
        child.append_attribute(attribute.name) =
            DisplayText(attribute.value).c_str();
    }
    return Element(child);
}

Element Element::Add(const char *tag,
                     std::initializer_list<Attribute> attributes,
                     std::string_view text)
{
    return Add(tag, attributes).Text(text);
}

Element Element::AddText(const char *tag, std::string_view text)
{
    return Add(tag, {}, text);
}

Element Element::Text(std::string_view text)
{
    node_.append_child(pugi::node_pcdata)
        .set_value(DisplayText(text).c_str());
    return *this;
}

Page::Page(std::string_view title, std::string_view style)
    : document_(std::make_unique<pugi::xml_document>())
{
    // What a parser of HTML reads raw must need no escapes.
    assert(style.find_first_of("<>&") == std::string_view::npos);
    document_->append_child(pugi::node_doctype).set_value("html");
    Element root(document_->append_child("html"));
    document_->child("html").append_attribute("lang") = "en";
    Element head = root.Add("head");
    head.Add("meta", {{"charset", "utf-8"}});
    head.Add("meta", {{"name", "viewport"},
                      {"content", "width=device-width, initial-scale=1"}});
    head.Add("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    head.AddText("title", title);
    head.AddText("style", style);
    root.Add("body");
    body_ = document_->child("html").child("body");
}

std::string Page::Print() const
{
    std::ostringstream out;
    document_->save(out, "",
                    pugi::format_raw | pugi::format_no_declaration |
                        pugi::format_no_empty_element_tags,
                    pugi::encoding_utf8);
    return CloseVoidElements(std::move(out).str()) + "\n";
}

}  // namespace laio::html
