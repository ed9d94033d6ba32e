#include "tools/style/diffstat.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "tools/style/chars.h"

namespace laio::style {
namespace {

constexpr size_t kNone = std::string::npos;
constexpr int kLargest = 1'000'000'000;  // a count; more is no diffstat

// ` path | 12 ++--`, taken apart.
struct StatLine {
    size_t number = 0;  // position and length of `12`
    size_t number_length = 0;
    int total = 0;
    size_t graph = 0;  // position of the first + or -
};

// Reads what is a number and nothing else.
std::optional<int> ReadNumber(std::string_view text)
{
    int value = 0;
    const char *end = text.data() + text.size();
    auto [stop, error] = std::from_chars(text.data(), end, value);
    bool ok = error == std::errc() && stop == end && value >= 0 &&
              value <= kLargest;
    return ok ? std::optional(value) : std::nullopt;
}

// The new name of `dir/{old => new}/file`, or of `old => new`.
std::string NewName(std::string_view shown)
{
    std::string name(shown);
    size_t arrow = name.find(" => ");
    if (arrow == kNone) {
        return name;
    }
    size_t open = name.rfind('{', arrow);
    size_t close = name.find('}', arrow);
    if (open == kNone || close == kNone) {
        return name.substr(arrow + 4);
    }
    name.erase(close, 1);
    name.erase(open, arrow + 4 - open);
    size_t slashes = name.find("//");
    return slashes == kNone ? name : name.erase(slashes, 1);
}

// Whether the diffstat's `shown` means the path; `.../` stands for folders.
bool NamesPath(std::string_view shown, std::string_view path)
{
    std::string name = NewName(shown);
    return name == path || (StartsWith(name, ".../") &&
                            EndsWith(path, std::string_view(name).substr(3)));
}

bool ReadStatLine(std::string_view line, std::string_view path,
                  StatLine *stat)
{
    size_t bar = line.rfind(" | ");
    if (bar == kNone || !NamesPath(Trim(line.substr(0, bar)), path)) {
        return false;
    }
    stat->number = SkipSpace(line, bar + 3);
    stat->number_length = WordEnd(line, stat->number) - stat->number;
    stat->graph = SkipSpace(line, stat->number + stat->number_length);
    std::optional<int> total =
        ReadNumber(line.substr(std::min(stat->number, line.size()),
                               stat->number_length));
    stat->total = total.value_or(0);
    return total.has_value();
}

std::string Graph(std::string_view old, int old_total, int added, int removed)
{
    bool scaled = static_cast<int>(old.size()) != old_total;
    if (!scaled) {
        return std::string(added, '+') + std::string(removed, '-');
    }
    int width = static_cast<int>(old.size());
    int total = added + removed;
    int plus = total ? static_cast<int>(int64_t{width} * added / total) : 0;
    plus = std::max(std::min(plus, width - (removed ? 1 : 0)), 0);
    return std::string(plus, '+') + std::string(width - plus, '-');
}

void GrowStatLine(std::string &line, const StatLine &stat, int growth)
{
    int total = stat.total;
    std::string old = line.substr(std::min(stat.graph, line.size()));
    int pluses = std::count(old.begin(), old.end(), '+');
    int length = static_cast<int>(old.size());
    int added = length ? static_cast<int>(
                             (int64_t{total} * pluses + length / 2) / length)
                       : 0;
    std::string number = std::to_string(total + growth);
    std::string graph = Graph(old, total, added + growth, total - added);
    std::string head = line.substr(0, stat.number);
    if (number.size() > stat.number_length && EndsWith(head, "  ")) {
        head.pop_back();
    }
    if (number.size() < stat.number_length) {
        head.append(stat.number_length - number.size(), ' ');
    }
    line = head + number + (graph.empty() ? "" : " ") + graph;
}

// `N insertions(+)` with the count changed.
void GrowSummary(std::string &line, int growth)
{
    size_t word = line.find(" insertion");
    if (word == kNone) {
        return;
    }
    size_t number = line.rfind(' ', word - 1) + 1;
    std::optional<int> old =
        ReadNumber(std::string_view(line).substr(number, word - number));
    size_t end = line.find("(+)", word);
    if (!old || end == kNone) {
        return;
    }
    int count = *old + growth;
    line.replace(number, end - number,
                 std::to_string(count) +
                     (count == 1 ? " insertion" : " insertions"));
}

bool IsSummary(std::string_view line)
{
    return StartsWith(line, " ") && (Contains(line, " file changed") ||
                                     Contains(line, " files changed"));
}

}  // namespace

void GrowDiffstat(std::vector<std::string> &lines, size_t before,
                  std::string_view path, int growth)
{
    StatLine stat;
    size_t at = before;
    while (at > 0 && !ReadStatLine(lines[at - 1], path, &stat)) {
        --at;
    }
    if (at == 0) {
        return;
    }
    GrowStatLine(lines[at - 1], stat, growth);
    for (size_t i = at; i < before; ++i) {
        if (IsSummary(lines[i])) {
            GrowSummary(lines[i], growth);
            return;
        }
    }
}

}  // namespace laio::style
