#include "tools/style/rules/prototype.h"

#include "tools/style/scan.h"

namespace laio::style {
namespace {

// What has a `(` behind its first word calls that, as a rule.
bool MayStartPrototype(std::string_view code)
{
    size_t word = SkipSpace(code, 1);
    size_t end = WordEnd(code, word);
    std::string_view first = code.substr(std::min(word, code.size()),
                                         end - word);
    return end > word && (!At(code, SkipSpace(code, end), "(") ||
                          first == "typeof" || first == "__typeof__");
}

}  // namespace

Prototype ReadPrototype(const LineView &view)
{
    Prototype result;
    if (!MayStartPrototype(view.code)) {
        return result;
    }
    std::string_view statement = view.StatementText();
    auto read = [&](size_t start) {
        return view.types.ReadType(statement, start, [&](size_t end) {
            size_t name = SkipSpace(statement, end);
            if (name == end) {
                return false;
            }
            size_t name_end = IdentEnd(statement, name);
            size_t open = name_end == kNone
                              ? kNone
                              : SkipSpace(statement, name_end);
            if (open == kNone || !At(statement, open, "(")) {
                return false;
            }
            result.found = true;
            result.name = statement.substr(name, name_end - name);
            result.open_on_next_line = Contains(
                statement.substr(name_end, open - name_end), "\n");
            return true;
        });
    };
    size_t start = SkipSpace(statement, 1);
    size_t behind = SkipSpace(statement, start + 6);
    if (At(statement, start, "extern") && behind > start + 6 &&
        read(behind)) {
        return result;
    }
    read(start);
    return result;
}

}  // namespace laio::style
