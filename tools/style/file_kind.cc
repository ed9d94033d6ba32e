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

bool IsFromLinux(std::string_view path)
{
    return StartsWith(path, "linux-headers/") ||
           StartsWith(path, "include/standard-headers/");
}

Gate GateOf(std::string_view path, int qemu_version)
{
    // 93bf13c6df, 906fb135e4
    bool is_before_2_7 = qemu_version < 20700;
    if (path.empty() || (!is_before_2_7 && IsFromLinux(path))) {
        return Gate::kPatch;
    }
    bool is_c = HasSuffix(path, {".c", ".h", ".cpp"}) ||
                (qemu_version >= 60100 &&  // 72205289a0
                 HasSuffix(path, {".c.inc", ".h.inc"}));
    bool is_assembler = HasSuffix(path, {".s", ".S"});
    bool is_script = HasSuffix(path, {".pl", ".sh"}) ||
                     (!is_before_2_7 && EndsWith(path, ".py"));
    if (!is_c && !is_assembler && !is_script) {
        return Gate::kAny;
    }
    if (is_before_2_7) {
        return is_c                    ? Gate::kC
               : EndsWith(path, ".pl") ? Gate::kScript
                                       : Gate::kSource;
    }
    bool is_imported = qemu_version >= 70200 &&  // 321b0ca353
                       StartsWith(path, "target/hexagon/imported/");
    if (is_assembler || is_imported ||
        HasSuffix(path, {"checkpatch.pl", "get_maintainer.pl"})) {
        return Gate::kSource;
    }
    return is_c ? Gate::kC : Gate::kScript;
}

bool IsDocumentation(std::string_view path)
{
    return StartsWith(path, "docs/") && HasSuffix(path, {".txt", ".md"});
}

}  // namespace laio::style
