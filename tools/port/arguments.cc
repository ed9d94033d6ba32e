#include "tools/port/arguments.h"

#include <algorithm>
#include <vector>

namespace laio::port {
namespace {

using Words = std::vector<std::string>;

// The parameters of a function, each as its words.
std::vector<Words> ParametersOf(const LexedText &text, const Unit &unit)
{
    std::vector<Words> parameters(1);
    int depth = 0;
    for (size_t i = unit.begin; i < unit.end; i++) {
        const Token &token = text.tokens[i];
        depth -= token.Is(")");
        if (token.Is(")") && depth == 0) {
            return parameters;
        }
        if (depth == 1 && token.Is(",")) {
            parameters.emplace_back();
        } else if (depth > 0) {
            parameters.back().push_back(token.text);
        }
        depth += token.Is("(");
    }
    return {};
}

bool Has(const LexedText &text, const Unit &unit, const Words &words)
{
    auto begin = text.tokens.begin();
    auto end = begin + static_cast<std::ptrdiff_t>(unit.end);
    return std::search(begin + static_cast<std::ptrdiff_t>(unit.begin), end,
                       words.begin(), words.end(),
                       [](const Token &token, const std::string &word) {
                           return token.text == word;
                       }) != end;
}

}  // namespace

std::map<std::string, std::string> FirstArguments(const ThreeVersions &v,
                                                  const Unit &caller)
{
    std::map<std::string, std::string> arguments;
    for (const Unit &unit : v.c_units) {
        const Unit *like = FindUnit(v.a_units, unit.name);
        if (!unit.IsFunction() || !like) {
            continue;
        }
        std::vector<Words> here = ParametersOf(v.c, unit);
        std::vector<Words> there = ParametersOf(v.a, *like);
        if (here.size() == there.size() + 1 &&
            std::equal(there.begin(), there.end(), here.begin() + 1) &&
            Has(v.c, caller, here[0])) {
            arguments[std::string(unit.ShortName())] = here[0].back() + ", ";
        }
    }
    return arguments;
}

}  // namespace laio::port
