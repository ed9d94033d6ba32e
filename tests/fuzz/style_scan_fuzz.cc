// Any bytes are lines of C: masking keeps them in their columns, and they are
// the same tokens however often they are read.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "tools/style/sanitise.h"
#include "tools/style/style.h"
#include "tools/style/tokens.h"

namespace {

void Expect(bool holds)
{
    if (!holds) {
        abort();
    }
}

// The text as lines with the marker of an added one.
std::vector<std::string> AddedLines(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        size_t end = std::min(text.find('\n'), text.size());
        lines.push_back("+" + std::string(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

void ExpectMasked(std::string_view raw, std::string_view masked)
{
    bool one_longer = masked.size() == raw.size() + 1 && raw.back() == '\\';
    Expect(masked.size() == raw.size() || one_longer);
    for (size_t i = 0; i < raw.size(); ++i) {
        bool stands_for = masked[i] == laio::style::kCommentByte ||
                          masked[i] == laio::style::kStringByte;
        Expect(masked[i] == raw[i] || stands_for);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    std::string_view text(reinterpret_cast<const char *>(data), size);
    std::vector<std::string> lines = AddedLines(text);
    std::vector<std::string_view> raw(lines.begin(), lines.end());
    std::string masked = laio::style::SanitiseHunk(raw);
    size_t begin = 0;
    for (std::string_view line : raw) {
        size_t end = masked.find('\n', begin);
        Expect(end != masked.npos);
        ExpectMasked(line, masked.substr(begin, end - begin));
        begin = end + 1;
    }
    Expect(begin == masked.size());
    laio::style::Tokens tokens = laio::style::Tokenize(raw, false);
    Expect(laio::style::SameProgram(tokens, tokens, {}, {}));
    laio::CheckFile(text, "a.c");
    laio::CheckPatch(text, "a.patch");
    return 0;
}
