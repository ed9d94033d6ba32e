#include "tools/patch/table_columns.h"

#include "tools/patch/layout_style.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

bool HasWideGap(std::string_view row)
{
    std::string_view text = row.substr(IndentText(row).size());
    return text.find("  ") != std::string_view::npos ||
           text.find('\t') != std::string_view::npos;
}

// The first word behind a macro's name and parameters; 0 without one.
std::size_t MacroBody(const std::vector<std::string> &words)
{
    std::size_t name = 1;
    if (words[1].find('(') != std::string::npos) {
        while (name < words.size() && !words[name].ends_with(')')) {
            name++;
        }
    }
    return name + 1 < words.size() ? name + 1 : 0;
}

}  // namespace

TableColumns ColumnsOf(std::string_view row)
{
    TableColumns table;
    const char *end = nullptr;
    for (std::string_view word : SplitWords(row)) {
        std::size_t at = std::size_t(word.data() - row.data());
        std::string_view gap =
            end ? std::string_view(end, std::size_t(word.data() - end))
                : std::string_view();
        bool tab = gap.find('\t') != std::string_view::npos;
        bool wide = gap.size() > 1 || tab;
        table.tabs = table.tabs || tab;
        table.columns.push_back(wide ? ColumnAfter(row.substr(0, at)) : 0);
        end = word.data() + word.size();
    }
    return table;
}

bool IsRowLike(const std::vector<std::string> &words, std::string_view row)
{
    if (words.size() < 2 || !HasWideGap(row)) {
        return false;
    }
    std::vector<std::string_view> others = SplitWords(row);
    if (others.size() < 2) {
        return false;
    }
    bool same_first = words[0] == others[0] &&
                      (words[0].size() == 1 || words[0][0] == '#');
    return same_first || (words.size() == others.size() &&
                          (words.back() == "\\") == (others.back() == "\\"));
}

std::size_t AlignedWord(const std::vector<std::string> &words)
{
    if (words.size() > 1 && words.back() == "\\") {
        return words.size() - 1;
    }
    if (words.size() > 2 && words[0] == "#define") {
        return MacroBody(words);
    }
    for (std::size_t i = 1; i < words.size(); i++) {
        if (words[i] == "=") {
            return i;
        }
    }
    return 0;
}

}  // namespace laio
