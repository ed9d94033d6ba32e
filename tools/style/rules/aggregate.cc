#include "tools/style/rules/aggregate.h"

#include "tools/style/scan.h"
#include "tools/style/types.h"

namespace laio::style {

size_t AggregateEnd(std::string_view code, std::string *kind)
{
    size_t at = SkipSpace(code, 1);
    if (At(code, at, "typedef") && SkipSpace(code, at + 7) > at + 7) {
        at = SkipSpace(code, at + 7);
    }
    for (std::string_view word : {"enum", "union", "struct"}) {
        if (At(code, at, word)) {
            *kind = word;
            return at + word.size();
        }
    }
    return kNone;
}

size_t SkipName(std::string_view code, size_t pos)
{
    size_t name = SkipSpace(code, pos);
    size_t end = name > pos ? IdentEnd(code, name) : kNone;
    return end == kNone ? pos : end;
}

}  // namespace laio::style
