#include "tools/patch/block_shifts.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "tools/patch/layout_style.h"
#include "tools/patch/line_deviations.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

constexpr int kAllShifted = 3;
constexpr int kRestShifted = 4;
constexpr int kRunShifted = 4;
constexpr int kRunShiftedOddly = 6;

// Nothing when a line would leave the page.
std::optional<ShiftedBlock> Shift(const PostImage &image, std::size_t begin,
                                  const std::vector<std::string> &lines,
                                  std::size_t from, int columns, bool tabs)
{
    ShiftedBlock shifted{0, lines};
    for (std::size_t i = from; i < lines.size(); i++) {
        const PostLine &post = image.lines[begin + i];
        if (!IndentIsOpen(post)) {
            continue;
        }
        int to = IndentColumns(lines[i]) + columns;
        if (to < 0 || (to == 0 && post.line.column_known)) {
            return std::nullopt;
        }
        shifted.lines[i] = MakeIndent(to, tabs) +
                           lines[i].substr(IndentText(lines[i]).size());
    }
    return shifted;
}

// Lines that go on with the one above them, in a column of their own: an
// author renames what they are aligned with, or misses it by a blank.
//
//   from    the first of them
// Returns:  one past the last; `from` when there is none.
std::size_t EndOfRun(const PostImage &image, std::size_t begin,
                     const std::vector<std::string> &lines, std::size_t from)
{
    auto above = [&](std::size_t i) -> std::string_view {
        if (i > 0) {
            return lines[i - 1];
        }
        return begin > 0 ? std::string_view(image.lines[begin - 1].text) : "";
    };
    auto is_one = [&](std::size_t i) {
        return i < lines.size() && IndentIsOpen(image.lines[begin + i]);
    };
    int column = IndentColumns(lines[from]);
    if (!is_one(from) || column <= IndentColumns(above(from))) {
        return from;
    }
    std::size_t end = from + 1;
    while (is_one(end) && IndentColumns(lines[end]) == column) {
        end++;
    }
    return end;
}

void AddShiftedRuns(const PostImage &image, std::size_t begin,
                    const std::vector<std::string> &lines,
                    const FileStyle &file, std::vector<ShiftedBlock> *all)
{
    for (std::size_t from = 0; from < lines.size(); from++) {
        std::size_t end = EndOfRun(image, begin, lines, from);
        for (int columns : {1, -1, 4, -4, 2, -2, 3, -3, 5, -5, 6, -6}) {
            std::vector<std::string> run(lines.begin(), lines.begin() + end);
            std::optional<ShiftedBlock> shifted =
                Shift(image, begin, run, from, columns, file.tabs);
            if (end > from && shifted) {
                bool likely = std::abs(columns) == 1 || std::abs(columns) == 4;
                shifted->cost = likely ? kRunShifted : kRunShiftedOddly;
                shifted->lines.insert(shifted->lines.end(),
                                      lines.begin() + end, lines.end());
                all->push_back(std::move(*shifted));
            }
        }
    }
}

}  // namespace

std::vector<ShiftedBlock> ShiftsOf(const PostImage &image, std::size_t begin,
                                   const std::vector<std::string> &lines,
                                   const FileStyle &file)
{
    std::vector<ShiftedBlock> all;
    for (std::size_t from = 0; from < lines.size(); from++) {
        if (!IndentIsOpen(image.lines[begin + from])) {
            continue;
        }
        for (int levels : {-1, 1, -2, 2}) {
            std::optional<ShiftedBlock> shifted =
                Shift(image, begin, lines, from, levels * file.unit,
                      file.tabs);
            if (shifted) {
                shifted->cost = (all.empty() ? kAllShifted : kRestShifted) +
                                std::abs(levels) - 1;
                all.push_back(std::move(*shifted));
            }
        }
    }
    AddShiftedRuns(image, begin, lines, file, &all);
    return all;
}

}  // namespace laio
