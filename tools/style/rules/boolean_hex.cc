#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// Behind the blanks and hexadecimal digits at `pos`, or npos.
size_t HexEnd(std::string_view code, size_t pos)
{
    pos = SkipSpace(code, pos);
    if (!At(code, pos, "0x") && !At(code, pos, "0X")) {
        return kNone;
    }
    size_t end = pos + 2;
    while (end < code.size() && IsDigit(code[end])) {
        ++end;
    }
    return end > pos + 2 ? SkipSpace(code, end) : kNone;
}

bool IsLogical(std::string_view code, size_t pos)
{
    return At(code, pos, "&&") || At(code, pos, "||");
}

void Check(const LineView &view, const Report &report)
{
    std::string_view code = view.bare;
    for (size_t pos = 1; pos < code.size(); ++pos) {
        bool logical = IsLogical(code, pos);
        bool opens = code[pos] == '(' || code[pos] == '[';
        size_t end = logical || opens ? HexEnd(code, pos + 1 + logical)
                                      : kNone;
        if (end != kNone &&
            (IsLogical(code, end) ||
             (logical && (At(code, end, ")") || At(code, end, "]"))))) {
            report.Add(view, pos,
                       "boolean test with hexadecimal, perhaps just 1 & "
                       "or |?");
            return;
        }
    }
}

}  // namespace

extern const Rule kBooleanHex{
    .name = "boolean-hex",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "0x 0X",
    .summary = "A bit is tested with & and not with &&.",
    .bad = "    if (a && 0x10) {\n",
    .good = "    if (a & 0x10) {\n",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .check_line = Check,
};

}  // namespace laio::style
