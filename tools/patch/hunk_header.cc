#include "tools/patch/hunk_header.h"

#include <fmt/format.h>

#include <charconv>

namespace laio {
namespace {

// No file has more lines than this; what claims to is refused.
constexpr int kMaxLine = 100'000'000;

bool ParseNumber(std::string_view text, int *number)
{
    const char *end = text.data() + text.size();
    auto [stop, error] = std::from_chars(text.data(), end, *number);
    return error == std::errc() && stop == end && *number >= 0 &&
           *number <= kMaxLine;
}

std::string PrintRange(int start, int count)
{
    return count == 1 ? fmt::format("{}", start)
                      : fmt::format("{},{}", start, count);
}

}  // namespace

bool ParseHunkRange(std::string_view word, char sign, int *start, int *count)
{
    if (word.empty() || word[0] != sign) {
        return false;
    }
    word.remove_prefix(1);
    std::size_t comma = word.find(',');
    if (comma == std::string_view::npos) {
        *count = 1;
        return ParseNumber(word, start);
    }
    return ParseNumber(word.substr(0, comma), start) &&
           ParseNumber(word.substr(comma + 1), count);
}

std::optional<Hunk> ParseHunkHeader(std::string_view line)
{
    if (!line.starts_with("@@ ")) {
        return std::nullopt;
    }
    std::size_t middle = line.find(' ', 3);
    std::size_t end = line.find(" @@", 3);
    Hunk hunk;
    if (end == std::string_view::npos || middle >= end ||
        !ParseHunkRange(line.substr(3, middle - 3), '-', &hunk.old_start,
                        &hunk.old_count) ||
        !ParseHunkRange(line.substr(middle + 1, end - middle - 1), '+',
                        &hunk.new_start, &hunk.new_count)) {
        return std::nullopt;
    }
    hunk.section = line.substr(end + 3);
    return hunk;
}

std::string PrintHunkHeader(const Hunk &hunk)
{
    return fmt::format("@@ -{} +{} @@{}",
                       PrintRange(hunk.old_start, hunk.old_count),
                       PrintRange(hunk.new_start, hunk.new_count),
                       hunk.section);
}

}  // namespace laio
