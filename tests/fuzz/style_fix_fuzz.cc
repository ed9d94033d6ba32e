// Any bytes are a file or a patch to mend: no program changes, no finding is
// new, and mending once more changes nothing.

#include <cstdint>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tools/style/sanitise.h"
#include "tools/style/style.h"
#include "tools/style/tokens.h"

namespace {

using laio::FixResult;

void Expect(bool holds)
{
    if (!holds) {
        abort();
    }
}

// Tokens of a file, which starts in a comment if checkpatch.pl takes it to.
laio::style::Tokens TokensOf(const std::string &text)
{
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        lines.push_back("+" + line);
    }
    std::vector<std::string_view> marked(lines.begin(), lines.end());
    bool in_comment = laio::style::StartsInComment(marked);
    for (std::string_view &line : marked) {
        line.remove_prefix(1);
    }
    return laio::style::Tokenize(marked, in_comment);
}

std::map<std::string, int> CountByRule(const laio::StyleResult &result)
{
    std::map<std::string, int> counts;
    for (const laio::Finding &finding : result.findings) {
        ++counts[finding.rule];
    }
    return counts;
}

void ExpectNoNewFinding(const FixResult &fixed)
{
    std::map<std::string, int> before = CountByRule(fixed.before);
    for (const auto &[rule, count] : CountByRule(fixed.after)) {
        Expect(count <= before[rule]);
    }
}

// Rules whose fixes move nothing but blanks, ends of lines and comments.
laio::StyleOptions LayoutOnly()
{
    laio::StyleOptions options;
    options.rules = {"trailing-whitespace",  "dos-line-endings",
                     "block-comment-leading", "block-comment-star",
                     "block-comment-align",  "block-comment-trailing",
                     "line-over-80",         "line-over-90",
                     "open-brace-same-line", "function-brace",
                     "struct-brace",         "pointer-spacing",
                     "spaces-around-operator", "space-after-comma",
                     "no-space-before-call", "no-space-inside-paren",
                     "space-before-paren",   "trailing-statements",
                     "suspect-indent",       "switch-case-indent"};
    return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    std::string text(reinterpret_cast<const char *>(data), size);
    FixResult layout = laio::FixFile(text, "a.c", LayoutOnly());
    Expect(laio::style::SameProgram(TokensOf(text), TokensOf(layout.text), {},
                                    {}));
    FixResult file = laio::FixFile(text, "a.c");
    ExpectNoNewFinding(file);
    Expect(laio::FixFile(file.text, "a.c").text == file.text);
    FixResult patch = laio::FixPatch(text, "a.patch");
    ExpectNoNewFinding(patch);
    Expect(laio::FixPatch(patch.text, "a.patch").text == patch.text);
    return 0;
}
