#include "tools/manual/roff.h"

#include <algorithm>

namespace laio {

std::string RoffLiteral(std::string_view text)
{
    std::string roff;
    for (char c : text) {
        switch (c) {
        case '\\':
            roff += "\\e";
            break;
        case '-':
            roff += "\\-";
            break;
        case '\'':
            roff += "\\(aq";
            break;
        case '`':
            roff += "\\(ga";
            break;
        case '^':
            roff += "\\(ha";
            break;
        case '~':
            roff += "\\(ti";
            break;
        default:
            roff += c;
        }
    }
    return roff;
}

std::string RoffText(std::string_view text)
{
    std::string roff;
    bool bold = false;
    while (!text.empty()) {
        std::string_view part = text.substr(0, text.find('`'));
        roff += bold ? RoffBold(part) : RoffLiteral(part);
        text.remove_prefix(std::min(part.size() + 1, text.size()));
        bold = !bold;
    }
    return roff;
}

std::string RoffBold(std::string_view text)
{
    return "\\fB" + RoffLiteral(text) + "\\fR";
}

std::string RoffItalic(std::string_view text)
{
    return "\\fI" + RoffLiteral(text) + "\\fR";
}

RoffPage::RoffPage(std::string_view title, std::string_view date,
                   std::string_view source)
{
    Line(std::string(".TH ") + RoffLiteral(title) + " 1 " +
         std::string(date) + " \"" + RoffLiteral(source) + "\"");
}

void RoffPage::Line(std::string_view roff)
{
    text_ += roff;
    text_ += '\n';
}

void RoffPage::Filled(std::string_view roff)
{
    constexpr size_t kColumns = 78;
    while (!roff.empty()) {
        size_t end = roff.size();
        if (end > kColumns) {
            size_t blank = roff.rfind(' ', kColumns);
            blank = blank == roff.npos ? roff.find(' ') : blank;
            end = std::min(blank, end);
        }
        std::string_view line = roff.substr(0, end);
        Line((line.starts_with('.') ? "\\&" : "") + std::string(line));
        roff.remove_prefix(std::min(end + 1, roff.size()));
    }
}

void RoffPage::Section(std::string_view name)
{
    Line(".SH " + std::string(name));
    after_section_ = true;
}

void RoffPage::Paragraph(std::string_view roff)
{
    if (!after_section_) {
        Line(".PP");
    }
    after_section_ = false;
    Filled(roff);
}

void RoffPage::Entry(std::string_view term, std::string_view roff)
{
    Line(".TP");
    Line(term);
    Filled(roff);
    after_section_ = false;
}

void RoffPage::Typed(std::string_view text)
{
    Line(".PP");
    Line(".EX");
    Line("    " + RoffLiteral(text));
    Line(".EE");
    after_section_ = false;
}

}  // namespace laio
