#include "tools/patch/shown_lines.h"

#include "tools/patch/text_lines.h"

namespace laio {
namespace {

std::string ExpandTabs(std::string_view line)
{
    std::string text;
    for (char c : line) {
        if (c == '\t') {
            text.append(8 - text.size() % 8, ' ');
        } else {
            text += c;
        }
    }
    while (!text.empty() && text.back() == ' ') {
        text.pop_back();
    }
    return text;
}

std::string_view WithoutSign(std::string_view shown)
{
    return shown.empty() ? shown : shown.substr(1);
}

}  // namespace

void ShownLines::Learn(const Segmentation &segmentation)
{
    for (const SegmentLine &line : segmentation.lines) {
        if (line.kind == LineKind::kAdded || line.wrapped) {
            continue;
        }
        const std::string &real = old_lines_[line.old_line];
        std::string_view shown = WithoutSign(stream_.items[line.begin].text);
        if (IsBlank(real) || stream_.flat) {
            continue;
        }
        bool sign = line.kind == LineKind::kRemoved;
        std::string_view first = stream_.Word(line.begin + 1);
        indents_lost_ = indents_lost_ ||
                        (sign && first.size() > 1 &&
                         IndentColumns(real) > 0);
        seen_++;
        all_exact_ = all_exact_ && shown == real;
        all_columns_ = all_columns_ && ExpandTabs(shown) == ExpandTabs(real);
    }
}

RecoveredLine ShownLines::Recover(const SegmentLine &line) const
{
    if (line.kind == LineKind::kAdded) {
        return RecoverAdded(line);
    }
    RecoveredLine known;
    known.kind = line.kind;
    known.text = old_lines_[line.old_line];
    known.no_newline = line.no_newline;
    return known;
}

RecoveredLine ShownLines::RecoverAdded(const SegmentLine &line) const
{
    RecoveredLine added;
    added.kind = LineKind::kAdded;
    added.no_newline = line.no_newline;
    for (int at : line.words) {
        added.words.emplace_back(stream_.items[at].text);
    }
    std::string &first = added.words[0];  // has the sign
    first.erase(0, 1);
    added.column_zero = !first.empty();
    if (first.empty()) {
        added.words.erase(added.words.begin());
    }
    added.column_known = !indents_lost_ || !added.column_zero;
    added.column_zero = added.column_zero && added.column_known;
    if (!stream_.flat && !line.wrapped && all_columns_) {
        added.has_shown = true;
        added.shown = WithoutSign(stream_.items[line.begin].text);
    }
    bool believed = added.has_shown && all_exact_ && seen_ > 0;
    bool sure = added.words.empty() ||
                (added.column_zero && added.words.size() == 1);
    added.known = believed || sure;
    if (believed) {
        added.text = added.shown;
    } else if (added.known && !added.words.empty()) {
        added.text = added.words[0];
    }
    return added;
}

std::string TextOfItems(const WordStream &stream, int begin, int end)
{
    std::string text;
    for (int at = begin; at < end; at++) {
        const Item &item = stream.items[at];
        if (stream.flat && item.kind == ItemKind::kWord) {
            text += text.empty() ? "" : " ";
            text += item.text;
        } else if (!stream.flat && item.kind != ItemKind::kWord) {
            text += text.empty() && at == begin ? "" : "\n";
            text += item.text;
        }
    }
    return text;
}

CountedLines CountLines(const WordStream &stream, int begin, int end)
{
    CountedLines counted;
    bool first = true;
    for (int at = begin; at < end; at++) {
        if (!stream.IsMark(at) || at + 1 >= end) {
            continue;
        }
        std::string_view word = stream.Word(at + 1);
        bool kept_end = !stream.flat && stream.items[at].text == "-- ";
        if (kept_end || (word == "--" && first == false && stream.flat)) {
            break;
        }
        bool added = word.starts_with('+');
        bool removed = word.starts_with('-');
        counted.news += !removed;
        counted.olds += !added;
        first = false;
    }
    return counted;
}

}  // namespace laio
