#include "tools/patch/file_style.h"

#include <array>
#include <cctype>

#include "tools/patch/code_state.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

void LearnContinuation(const std::vector<std::string> &lines,
                       FileStyle *style)
{
    std::array<int, 4> votes{};
    int operands = 0;
    int deep_hangs = 0;
    CodeState state;
    for (const std::string &line : lines) {
        if (state.InParens() && !state.InComment() && !IsBlank(line)) {
            int columns = IndentColumns(line);
            int by = columns - state.StatementColumn();
            if (state.ParenColumn() < 0) {
                deep_hangs += (by == 2 * style->unit) - (by == style->unit);
            } else if (columns == state.ParenColumn()) {
                votes[static_cast<int>(Continuation::kUnderParen)]++;
            } else if (by == style->unit) {
                votes[static_cast<int>(Continuation::kOneLevel)]++;
            } else if (by == 2 * style->unit) {
                votes[static_cast<int>(Continuation::kTwoLevels)]++;
            }
        }
        bool operand = !state.InParens() && !state.InComment() &&
                       state.InStatement() && state.OperandColumn() > 0;
        if (operand && !IsBlank(line)) {
            operands += IndentColumns(line) == state.OperandColumn() ? 1 : -1;
        }
        state.Advance(line);
    }
    style->under_operand = operands > 0;
    if (deep_hangs > 0) {
        style->hanging = Continuation::kTwoLevels;
    }
    for (Continuation how :
         {Continuation::kOneLevel, Continuation::kTwoLevels}) {
        if (votes[static_cast<int>(how)] >
            votes[static_cast<int>(style->continuation)]) {
            style->continuation = how;
        }
    }
}

bool IsCase(std::string_view line)
{
    std::string_view text = line.substr(IndentText(line).size());
    return text.starts_with("case ") || text.starts_with("default");
}

void LearnLabels(const std::vector<std::string> &lines, FileStyle *style)
{
    int in_column_one = 0;
    int in_column_zero = 0;
    for (const std::string &line : lines) {
        bool label = line.ends_with(':') && SplitWords(line).size() == 1 &&
                     line.size() > 2 && line.find("default") > line.size();
        in_column_one += label && IndentText(line) == " ";
        in_column_zero += label && IndentText(line).empty();
    }
    style->label_column = in_column_one > in_column_zero;
}

void LearnSentences(const std::vector<std::string> &lines, FileStyle *style)
{
    int one = 0;
    int two = 0;
    int two_before_end = 0;
    for (const std::string &line : lines) {
        two_before_end += line.ends_with(".  */") - line.ends_with(". */");
        for (std::size_t at = line.find(". "); at != std::string::npos;
             at = line.find(". ", at + 2)) {
            std::size_t next = line.find_first_not_of(' ', at + 1);
            bool starts = next != std::string::npos &&
                          std::isupper(static_cast<unsigned char>(line[next]));
            one += starts && next == at + 2;
            two += starts && next == at + 3;
        }
    }
    style->two_after_sentence = two > one;
    style->two_before_end = two_before_end > 0;
    style->sentences_vary = two > 0;
}

// How much deeper the lines are that follow on one that opens a block; where
// there are few of those, on any line.
void LearnUnit(const std::vector<std::string> &lines, FileStyle *style)
{
    constexpr std::array<int, 3> kUnits = {2, 4, 8};
    constexpr int kOpened = 100;  // one such line against so many others
    std::array<int, kUnits.size()> votes{};
    int before = 0;
    bool opens = false;
    for (const std::string &line : lines) {
        if (IsBlank(line)) {
            continue;
        }
        int columns = IndentColumns(line);
        for (std::size_t i = 0; i < kUnits.size(); i++) {
            if (columns - before == kUnits[i]) {
                votes[i] += opens ? kOpened : 1;
            }
        }
        before = columns;
        opens = line.ends_with('{') || line.ends_with(" then") ||
                (line.ends_with(':') && !IsCase(line));
    }
    std::size_t best = 1;
    for (std::size_t i = 0; i < kUnits.size(); i++) {
        best = votes[i] > votes[best] ? i : best;
    }
    style->unit = style->tabs ? 8 : kUnits[best];
}

}  // namespace

FileStyle LearnFileStyle(const std::vector<std::string> &lines)
{
    int with_tabs = 0;
    int with_blanks = 0;
    std::size_t with_braces = 0;
    std::size_t with_colons = 0;  // that begin blocks in other languages
    for (const std::string &line : lines) {
        if (IsBlank(line)) {
            continue;
        }
        with_colons += (line.ends_with(':') && !IsCase(line)) ||
                       line.ends_with(" then");
        with_braces += line.ends_with('{') || line[0] == '}';
        with_tabs += line[0] == '\t';
        with_blanks += line.starts_with("  ");
    }
    FileStyle style;
    style.tabs = with_tabs > with_blanks;
    style.braces = lines.empty() || (with_braces * 100 >= lines.size() &&
                                     with_colons <= with_braces);
    LearnUnit(lines, &style);
    LearnContinuation(lines, &style);
    LearnLabels(lines, &style);
    LearnSentences(lines, &style);
    return style;
}

}  // namespace laio
