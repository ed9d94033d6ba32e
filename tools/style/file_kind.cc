#include "tools/style/file_kind.h"

#include "tools/style/chars.h"

namespace laio::style {
namespace {

bool HasSuffix(std::string_view path,
               std::initializer_list<std::string_view> suffixes)
{
    for (std::string_view suffix : suffixes) {
        if (EndsWith(path, suffix)) {
            return true;
        }
    }
    return false;
}

}  // namespace

Gate GateOf(std::string_view path)
{
    if (path.empty() || StartsWith(path, "linux-headers/") ||
        StartsWith(path, "include/standard-headers/")) {
        return Gate::kPatch;
    }
    bool is_c = HasSuffix(path, {".c", ".h", ".c.inc", ".h.inc", ".cpp"});
    bool is_assembler = HasSuffix(path, {".s", ".S"});
    if (!is_c && !is_assembler && !HasSuffix(path, {".pl", ".py", ".sh"})) {
        return Gate::kAny;
    }
    if (is_assembler || HasSuffix(path, {"checkpatch.pl",
                                         "get_maintainer.pl"}) ||
        StartsWith(path, "target/hexagon/imported/")) {
        return Gate::kSource;
    }
    return is_c ? Gate::kC : Gate::kScript;
}

bool IsDocumentation(std::string_view path)
{
    return StartsWith(path, "docs/") && HasSuffix(path, {".txt", ".md"});
}

}  // namespace laio::style
