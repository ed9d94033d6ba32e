// HTML as a row of tags and text, however badly it is written. Linear in its
// size, and without a tree: pages come from strangers.

#ifndef TOOLS_MAIL_HTML_TOKENS_H
#define TOOLS_MAIL_HTML_TOKENS_H

#include <cstddef>
#include <string>
#include <string_view>

namespace laio {

struct HtmlToken {
    bool is_tag = false;
    bool closes = false;  // </name>
    std::string name;     // of a tag, in small letters
    // Text as it is written, or what stands behind a tag's name.
    std::string_view text;
};

// Comments, declarations, scripts and style sheets are left out.
class HtmlTokens {
 public:
    // Keeps:    a view of the page, and so do the tokens.
    explicit HtmlTokens(std::string_view html) : html_(html) {}

    // Returns:  false at the end.
    bool Next(HtmlToken *token);

 private:
    bool SkipDeclaration();
    void ReadTag(HtmlToken *token);
    std::size_t EndOfTag(std::size_t at);

    std::string_view html_;
    std::size_t at_ = 0;
    bool quotes_close_ = true;
};

// The value of an attribute among what stands behind a tag's name.
std::string_view AttributeOf(std::string_view attributes,
                             std::string_view name);

}  // namespace laio

#endif  // TOOLS_MAIL_HTML_TOKENS_H
