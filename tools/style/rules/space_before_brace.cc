#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// Where `(...){` has its brace, if it is no literal of a known type.
size_t GluedBrace(const LineView &view)
{
    std::string_view code = view.bare;
    size_t brace = code.rfind("){");
    size_t open = code.find('(');
    if (brace == kNone || open == kNone || open > brace) {
        return kNone;
    }
    for (; open != kNone; open = code.find('(', open + 1)) {
        bool literal = view.types.ReadType(code, open + 1, [&](size_t end) {
            return At(code, end, "){");
        });
        if (literal) {
            return kNone;
        }
    }
    return brace + 1;
}

void Check(const LineView &view, const Report &report)
{
    size_t brace = GluedBrace(view);
    size_t loop = view.bare.find("do{");
    if (brace == kNone && loop != kNone) {
        brace = loop + 2;
    }
    if (brace != kNone) {
        report.Add(view, brace, "space required before the open brace '{'",
                   ReplaceInLine(view, brace, 0, " "));
    }
}

}  // namespace

extern const Rule kSpaceBeforeBrace{
    .name = "space-before-brace",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "){ do{",
    .summary = "A blank stands before an opening brace.",
    .bad = "    if (x){\n",
    .good = "    if (x) {\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
