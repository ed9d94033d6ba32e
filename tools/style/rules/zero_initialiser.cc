#include "tools/style/rules/zero_initialiser.h"

#include "tools/style/scan.h"

namespace laio::style {
namespace {

// The end of `= 0 ;` at `equals`, or npos.
size_t InitialiserEnd(std::string_view code, size_t equals)
{
    size_t value = SkipSpace(code, equals + 1);
    for (std::string_view zero : {"0", "NULL", "false"}) {
        size_t stop = SkipSpace(code, value + zero.size());
        if (At(code, value, zero) && At(code, stop, ";")) {
            return stop;
        }
    }
    return kNone;
}

}  // namespace

size_t ZeroInitialiser(std::string_view code)
{
    for (size_t equals = code.rfind('='); equals != kNone && equals > 0;
         equals = code.rfind('=', equals - 1)) {
        if (InitialiserEnd(code, equals) != kNone) {
            return equals;
        }
    }
    return kNone;
}

bool NameEndsAt(const LineView &view, size_t pos, size_t equals)
{
    std::string_view code = view.bare.substr(0, equals);
    FunctionRef<bool(size_t)> *self = nullptr;
    auto rest = [&](size_t end) {
        size_t next = SkipSpace(code, end);
        if (next == code.size()) {
            return true;
        }
        return next > end && view.types.ReadModifier(code, next, *self);
    };
    FunctionRef<bool(size_t)> again(rest);
    self = &again;
    return ReadIdent(code, pos, again);
}

std::optional<Edit> WithoutInitialiser(const LineView &view, size_t equals)
{
    std::string_view code = view.bare;
    size_t end = InitialiserEnd(code, equals);
    bool only = code.find_first_of("=,(") == equals;
    size_t begin = TrimRight(code.substr(0, equals)).size();
    if (!only || end == kNone || begin < 2) {
        return std::nullopt;
    }
    size_t value = SkipSpace(code, equals + 1);
    Edit edit = ReplaceInLine(view, begin, end - begin, "");
    edit.removed_tokens = {
        "=", std::string(code.substr(value, WordEnd(code, value) - value))};
    return edit;
}

}  // namespace laio::style
