#include "tools/patch/blank_forms.h"

#include <algorithm>

#include "tools/patch/layout_style.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

std::string ExpandTabs(std::string_view line)
{
    std::string text;
    int column = 0;
    for (char c : line) {
        std::string piece = c == '\t' ? std::string(8 - column % 8, ' ')
                                      : std::string(1, c);
        column = ColumnAfter(piece, column);
        text += piece;
    }
    return text;
}

// Blanks from one column to another, as tabs where they reach a stop.
void PutRun(int from, int to, std::string *text)
{
    int tabs = to - from > 1 ? to / 8 - from / 8 : 0;
    text->append(tabs, '\t');
    text->append(tabs ? to % 8 : to - from, ' ');
}

// Runs of blanks as tabs; `first` is the column of the line's first character.
std::string Unexpand(std::string_view line, bool only_indent, int first)
{
    std::string text;
    int column = first;
    std::size_t at = 0;
    while (at < line.size()) {
        std::size_t end = std::min(line.find_first_not_of(" \t", at),
                                   line.size());
        bool run = end > at && (at == 0 || !only_indent);
        if (!run) {
            end = at + 1;
        }
        int after = ColumnAfter(line.substr(at, end - at), column);
        if (run) {
            PutRun(column, after, &text);
        } else {
            text += line[at];
        }
        column = after;
        at = end;
    }
    return text;
}

// So many blanks are a tab, wherever that was.
std::string TabForBlanks(std::string_view line, std::size_t width,
                         bool only_indent)
{
    std::string text;
    std::size_t indent = only_indent ? IndentText(line).size() : line.size();
    for (std::size_t at = 0; at < line.size();) {
        bool blanks = at + width <= indent &&
                      line.substr(at, width).find_first_not_of(' ') ==
                          std::string_view::npos;
        text += blanks ? '\t' : line[at];
        at += blanks ? width : 1;
    }
    return text;
}

std::string_view Trimmed(std::string_view line)
{
    return line.substr(0, line.find_last_not_of(" \t") + 1);
}

// It has blanks that could be another kind of blanks.
bool CanTell(std::string_view line)
{
    return line.find('\t') != std::string_view::npos ||
           line.find("  ") != std::string_view::npos;
}

}  // namespace

std::string UndoBlanks(BlankForm form, std::string_view shown)
{
    switch (form) {
    case BlankForm::kAsShown:
        break;
    case BlankForm::kNoTabs:
        return ExpandTabs(shown);
    case BlankForm::kTabIndent:
        return Unexpand(shown, true, 0);
    case BlankForm::kTabs:
        return Unexpand(shown, false, 0);
    case BlankForm::kTabIndentAfterSign:
        return Unexpand(shown, true, 1);
    case BlankForm::kTabsAfterSign:
        return Unexpand(shown, false, 1);
    case BlankForm::kTabForFourInIndent:
        return TabForBlanks(shown, 4, true);
    case BlankForm::kTabForFour:
        return TabForBlanks(shown, 4, false);
    case BlankForm::kTabForEight:
        return TabForBlanks(shown, 8, false);
    }
    return std::string(shown);
}

void BlankVotes::Learn(std::string_view shown, std::string_view real)
{
    shown = Trimmed(shown);
    real = Trimmed(real);
    if (!CanTell(real) && shown == real) {
        return;
    }
    seen_++;
    for (int form = 0; form < kBlankForms; form++) {
        failures_[form] += UndoBlanks(static_cast<BlankForm>(form), shown) !=
                           real;
    }
}

std::array<BlankForm, kBlankForms> BlankVotes::Ranked() const
{
    std::array<BlankForm, kBlankForms> forms;
    for (int form = 0; form < kBlankForms; form++) {
        forms[form] = static_cast<BlankForm>(form);
    }
    std::stable_sort(forms.begin(), forms.end(),
                     [this](BlankForm a, BlankForm b) {
                         return failures_[static_cast<int>(a)] <
                                failures_[static_cast<int>(b)];
                     });
    return forms;
}

}  // namespace laio
