// A finding of the style engine, and what to ask it for.
// Thread: any.

#ifndef TOOLS_STYLE_FINDING_H
#define TOOLS_STYLE_FINDING_H

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace laio {

enum class StyleLevel { kWarning, kError };

// "WARNING" or "ERROR".
const char *StyleLevelName(StyleLevel level);

struct Finding {
    std::string file;  // path in the tree; empty: about the whole patch
    int line = 0;      // in the new file, from 1; 0 without a file
    StyleLevel level = StyleLevel::kError;
    std::string rule;     // name of the rule: `trailing-whitespace`
    std::string message;  // as checkpatch.pl words it
    bool fixable = false;
    int patch_line = 0;  // in the text that was checked, from 1; 0: whole
    std::string source;  // that line, with its diff marker
    int column = 0;      // of the fault in `source`, in bytes from 0
};

// Versions of QEMU whose rules are known: 10000 * major + 100 * minor.
inline constexpr int kOldestQemuVersion = 20600;
inline constexpr int kDefaultQemuVersion = 90000;
inline constexpr int kNewestQemuVersion = 110000;

struct StyleOptions {
    bool require_signoff = true;  // patches only
    int qemu_version = kDefaultQemuVersion;  // whose rules apply
    // Names of the rules to apply; empty: all of them.
    std::vector<std::string> rules;
    // Names of rules that report, but whose fixes stay out.
    std::vector<std::string> unmended;
    // Whether a patch that goes on top of this one shows the line, without its
    // marker, as there before it: fixes leave such lines. May be empty.
    std::function<bool(std::string_view path, std::string_view line)>
        is_built_on;
};

// A fix that was tried and taken back, or that its guard refused.
struct DroppedFix {
    std::string file;
    int line = 0;
    std::string rule;
    std::string why;
};

}  // namespace laio

#endif  // TOOLS_STYLE_FINDING_H
