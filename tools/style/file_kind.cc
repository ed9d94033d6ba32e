#include "tools/style/file_kind.h"

#include "tools/style/chars.h"

namespace laio::style {

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
    bool is_c = EndsWithOneOf(path, {".c", ".h", ".cpp"}) ||
                (qemu_version >= 60100 &&  // 72205289a0
                 EndsWithOneOf(path, {".c.inc", ".h.inc"}));
    bool is_assembler = EndsWithOneOf(path, {".s", ".S"});
    bool is_script = EndsWithOneOf(path, {".pl", ".sh"}) ||
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
        EndsWithOneOf(path, {"checkpatch.pl", "get_maintainer.pl"})) {
        return Gate::kSource;
    }
    return is_c ? Gate::kC : Gate::kScript;
}

bool IsDocumentation(std::string_view path)
{
    return StartsWith(path, "docs/") && EndsWithOneOf(path, {".txt", ".md"});
}

}  // namespace laio::style
