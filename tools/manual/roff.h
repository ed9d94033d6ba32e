// Text in the man macros of roff.

#ifndef TOOLS_MANUAL_ROFF_H
#define TOOLS_MANUAL_ROFF_H

#include <string>
#include <string_view>

namespace laio {

// Characters as they are, in running text.
std::string RoffLiteral(std::string_view text);

// Running text; words between backticks in bold. One line.
std::string RoffText(std::string_view text);

// In bold, in italics.
std::string RoffBold(std::string_view text);
std::string RoffItalic(std::string_view text);

// A page grows in it.
class RoffPage {
 public:
    // `.TH`: title in capitals, section 1.
    RoffPage(std::string_view title, std::string_view date,
             std::string_view source);

    void Section(std::string_view name);
    // As RoffText() and its like wrote it.
    void Paragraph(std::string_view roff);
    // A term and what hangs below it.
    void Entry(std::string_view term, std::string_view roff);
    // A line of input, as it is typed.
    void Typed(std::string_view text);

    const std::string &text() const { return text_; }

 private:
    void Line(std::string_view roff);
    // In lines of 80 columns, none of which is taken for a macro.
    void Filled(std::string_view roff);

    std::string text_;
    bool after_section_ = false;
};

}  // namespace laio

#endif  // TOOLS_MANUAL_ROFF_H
