#include "tools/style/rules/prototype.h"

#include "tools/style/scan.h"

namespace laio::style {

Prototype ReadPrototype(const LineView &view)
{
    std::string_view statement = view.StatementText();
    Prototype result;
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
