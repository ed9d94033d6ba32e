#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t word = SkipSpace(view.bare, 1);
    if (!At(view.bare, word, "return")) {
        return;
    }
    size_t name = SkipSpace(view.bare, word + 6);
    size_t end = name;
    while (end < view.bare.size() && IsUpper(view.bare[end])) {
        ++end;
    }
    std::string number(view.bare.substr(name, end - name));
    if (!number.empty() && number[0] == 'E' && number != "EOF" &&
        number != "ERROR" && At(view.bare, SkipSpace(view.bare, end), ";")) {
        report.Add(view, name,
                   "return of an errno should typically be -ve (return -" +
                       number + ")");
    }
}

}  // namespace

extern const Rule kNegativeErrno{
    .name = "negative-errno",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "return",
    .summary = "An error number is returned negative.",
    .bad = "    return EINVAL;\n",
    .good = "    return -EINVAL;\n",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .check_line = Check,
};

}  // namespace laio::style
