// QEMU's coding style on patches and files: findings, and fixes that are safe.
//
// Verdicts are those of QEMU's scripts/checkpatch.pl for the rules that exist
// here (tools/style/README.md says which); text is bytes, as it is there.
// Functions from value to value: no file, clock or environment is looked at.
// Thread: any, for everything here; calls share nothing.

#ifndef TOOLS_STYLE_STYLE_H
#define TOOLS_STYLE_STYLE_H

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tools/style/finding.h"

namespace laio {

struct StyleResult {
    std::string source_name;
    std::vector<Finding> findings;  // in the order checkpatch.pl prints them
    int errors = 0;
    int warnings = 0;
    int fixable = 0;  // of both
    // Whether the text held a hunk or a git rename: if not, it is no patch.
    bool is_patch = false;

    bool clean() const { return errors + warnings == 0; }
    // Adds the numbers of another result to these.
    void Count(const StyleResult &other);
};

struct FixResult {
    std::string text;  // the patch or file after all fixes
    StyleResult before;
    StyleResult after;  // what remains in `text`
    std::vector<DroppedFix> dropped;
    int applied = 0;  // fixes that are in `text`
    // Rules of fixes in it that bring or take tokens, and still should leave
    // the compiled object as it was; by name.
    std::vector<std::string> token_rules;
};

// Checks a patch: a diff, or a mail as `git format-patch` writes it.
//
//   source_name  for messages only
// Returns:  is_patch false when there is neither hunk nor rename in it.
StyleResult CheckPatch(std::string_view patch_text,
                       std::string_view source_name,
                       const StyleOptions &options = {});

// Checks a whole file as if every line of it were added.
//
//   path  decides by its suffix which rules apply, and names the file
StyleResult CheckFile(std::string_view file_text, std::string_view path,
                      const StyleOptions &options = {});

namespace style {
struct RuleSet;
}

// The two for many texts by the same options.
// Thread: any.
class StyleChecker {
 public:
    explicit StyleChecker(const StyleOptions &options);
    ~StyleChecker();

    StyleResult CheckPatch(std::string_view patch_text,
                           std::string_view source_name) const;
    StyleResult CheckFile(std::string_view file_text,
                          std::string_view path) const;

 private:
    std::unique_ptr<const style::RuleSet> rules_;
};

// A patch and what messages call it.
struct NamedPatch {
    std::string name;
    std::string text;
};

// Checks patches as one run of checkpatch.pl does a branch, oldest first: what
// one of them teaches about types counts for those behind it.
//
// Returns:  one result per patch, in the same order.
std::vector<StyleResult> CheckSeries(const std::vector<NamedPatch> &patches,
                                     const StyleOptions &options = {});

// Reads a version of QEMU: `2.6`, `9.0`, `9.0.1`.
//
// Returns:  it as StyleOptions has it, 0 when it is none.
int ParseQemuVersion(std::string_view text);

// Whether checkpatch.pl of a version has a failing exit status for the result:
// before 2.7 for warnings, too (QEMU 141de88654).
bool IsFailure(const StyleResult &result, int qemu_version);

// Whether a file with this path is source code that rules look at.
bool IsSourcePath(std::string_view path);

// Mends what the patch adds, until nothing changes. The commit message and
// lines that the patch does not add stay as they are; hunk headers and the
// diffstat follow the number of lines. No fix stays that changes C tokens it
// did not declare, or that brings a finding that was not there.
//
// Returns:  text equal to the input when there was nothing to mend.
FixResult FixPatch(std::string_view patch_text, std::string_view source_name,
                   const StyleOptions &options = {});

// The same for a whole file.
FixResult FixFile(std::string_view file_text, std::string_view path,
                  const StyleOptions &options = {});

// What checkpatch.pl --terse --no-summary prints for it, newlines included.
std::string ToTerse(const StyleResult &result);

// {"findings":[{"file","line","level","rule","message","fixable"}],
//  "total":{"errors","warnings"}}; findings that are likely false have a
// "doubt", too.
nlohmann::json ToJson(const StyleResult &result);

// The same for several, each finding with the "source" that it is in.
nlohmann::json ToJson(const std::vector<StyleResult> &results);

// All results as one log of SARIF 2.1.0.
nlohmann::json ToSarif(const std::vector<StyleResult> &results);

// Why checkpatch.pl would complain here though nothing is wrong, as far as the
// line shows; empty when there is no doubt about the finding.
std::string DoubtAbout(const Finding &finding);

// What a rule is about, for people.
struct RuleDescription {
    std::string name;
    StyleLevel level = StyleLevel::kError;
    std::string summary;
    std::string bad;   // an example that it reports
    std::string good;  // the same, as it wants it
    std::string source;  // commit of QEMU that has it in checkpatch.pl
    bool has_fix = false;
    // Versions of QEMU that have it, as StyleOptions has them: [since, until).
    int since = 0;
    int until = 0;
};

// Every rule, in the order of the registry.
std::vector<RuleDescription> DescribeRules();

}  // namespace laio

#endif  // TOOLS_STYLE_STYLE_H
