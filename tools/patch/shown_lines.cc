#include "tools/patch/shown_lines.h"

#include <algorithm>

#include "tools/patch/masked_word.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

// What stands between two words of one line of the body.
std::string Between(std::string_view before, std::string_view after)
{
    const char *from = before.data() + before.size();
    return std::string(from, std::size_t(after.data() - from));
}

// A line of the mail without its first column; where indents are lost, a
// context line has none.
std::string_view WithoutSign(std::string_view shown, LineKind kind)
{
    bool has_sign = !shown.empty() &&
                    (kind != LineKind::kContext || shown[0] == ' ' ||
                     shown[0] == '\t');
    return has_sign ? shown.substr(1) : shown;
}

}  // namespace

void ShownLines::Learn(const Segmentation &segmentation)
{
    for (const SegmentLine &line : segmentation.lines) {
        signs_apart_ = signs_apart_ ||
                       (line.kind != LineKind::kContext &&
                        stream_.Word(line.begin + 1).size() == 1 &&
                        stream_.IsWord(line.begin + 2));
        if (line.kind == LineKind::kAdded || stream_.flat) {
            continue;
        }
        const std::string &real = old_lines_[line.old_line];
        if (IsBlank(real)) {
            continue;
        }
        std::string_view text = stream_.items[line.begin].text;
        std::string_view shown = WithoutSign(text, line.kind);
        indents_right_ = indents_right_ &&
                         IndentText(shown) == IndentText(real);
        indents_lost_ = indents_lost_ || (IndentText(shown).empty() &&
                                          IndentColumns(real) > 0);
        seen_++;
        indents_seen_ += IndentColumns(real) > 1;
        LearnGaps(line, real);
        if (!line.wrapped && !HasMaskedWord(shown)) {
            votes_.Learn(shown, real);
        }
    }
}

void ShownLines::LearnGaps(const SegmentLine &line, const std::string &real)
{
    std::vector<std::string_view> real_words = SplitWords(real);
    std::vector<int> words;
    for (int at = line.begin + 1; at < line.end; at++) {
        if (stream_.IsWord(at) && !(words.empty() && stream_.Word(at) == "-" &&
                                    line.kind == LineKind::kRemoved)) {
            words.push_back(at);
        }
    }
    for (std::size_t i = 1; i < std::min(words.size(), real_words.size());
         i++) {
        std::optional<std::string> gap = GapBefore(words, i);
        std::string real_gap = Between(real_words[i - 1], real_words[i]);
        gaps_right_ = gaps_right_ && (!gap || *gap == real_gap);
        wide_gaps_seen_ = wide_gaps_seen_ || (gap && real_gap != " ");
    }
}

// Nothing when a line end stands before the word.
std::optional<std::string> ShownLines::GapBefore(
    const std::vector<int> &words, std::size_t i) const
{
    if (stream_.flat || words[i] != words[i - 1] + 1) {
        return std::nullopt;
    }
    return Between(stream_.items[words[i - 1]].text,
                   stream_.items[words[i]].text);
}

// What a line end took the place of: it ate one blank, those around it are
// still there. Nothing when it was the only one, or none at all.
std::optional<std::string> ShownLines::GapAtWrap(
    const std::vector<int> &words, std::size_t i) const
{
    int line = words[i - 1];
    if (stream_.flat || words[i] != line + 2) {
        return std::nullopt;
    }
    std::string_view last = stream_.Word(line);
    while (stream_.IsWord(line)) {
        line--;
    }
    std::string_view shown = stream_.items[line].text;
    std::string_view next = stream_.items[words[i] - 1].text;
    std::string gap = Between(last, shown.substr(shown.size())) + " " +
                      Between(next.substr(0, 0), stream_.Word(words[i]));
    return gap == " " ? std::nullopt : std::optional<std::string>(gap);
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
    bool masked = false;  // and nobody knows what it is
    for (int at : line.words) {
        added.words.push_back(Unmasked(stream_.items[at].text, old_lines_));
        masked = masked || HasMaskedWord(added.words.back());
    }
    std::string &first = added.words[0];  // has the sign
    first.erase(0, 1);
    added.column_zero = !first.empty();
    added.column_known = !SignsAreGlued() || !added.column_zero;
    added.column_zero = added.column_zero && added.column_known;
    if (!stream_.flat) {
        RecoverBlanks(line, &added);
    }
    if (added.words[0].empty()) {
        added.words.erase(added.words.begin());
    }
    bool sure = added.words.empty() || (added.column_zero && !doubt_ &&
                                        added.words.size() == 1 && !masked);
    if (!added.forms.empty() && !line.wrapped && !masked && !doubt_ &&
        !forms_ &&
        votes_.Seen() > 0 && votes_.AlwaysFits(BlankForm::kAsShown)) {
        added.text = added.forms[0];
    } else if (!sure) {
        added.known = false;
    } else if (!added.words.empty()) {
        added.text = added.words[0];
    }
    return added;
}

// Takes over the blanks that the mail shows, as far as they are right.
void ShownLines::RecoverBlanks(const SegmentLine &line,
                               RecoveredLine *added) const
{
    bool glued = !added->words[0].empty();
    std::string shown = added->words[0];
    std::vector<std::optional<std::string>> gaps(1);
    if (glued && !SignsAreGlued()) {
        gaps[0] = "";
    }
    for (std::size_t i = 1; i < line.words.size(); i++) {
        std::optional<std::string> gap = GapBefore(line.words, i);
        if (!gap && !doubt_) {
            gap = GapAtWrap(line.words, i);
        }
        shown += gap.value_or(" ") + added->words[i];
        bool indent = i == 1 && !glued;
        bool right = indent ? IndentsAreRight()
                            : NarrowGapsAreRight() || gap != " ";
        if (indent) {
            gaps[0] = right ? gap : std::nullopt;
        } else {
            gaps.push_back(right ? gap : std::nullopt);
        }
    }
    if (!line.wrapped) {
        shown = WithoutSign(stream_.items[line.begin].text, line.kind);
    }
    bool told = !doubt_ || indents_seen_ > 0;
    for (BlankForm form : votes_.Ranked()) {
        bool own = !added->forms.empty() && (form == BlankForm::kAsShown ||
                                             form == BlankForm::kNoTabs);
        if (told && (votes_.Fits(form) || own)) {
            added->forms.push_back(
                UndoBlanks(form, Unmasked(shown, old_lines_)));
        }
    }
    added->gaps = std::move(gaps);
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
    int empty = 0;  // lines since the last one that is not
    for (int at = begin; at < end; at++) {
        if (!stream.IsMark(at) || (stream.flat && at + 1 >= end)) {
            continue;
        }
        std::string_view text = stream.flat ? stream.Word(at + 1)
                                            : stream.items[at].text;
        bool signature = stream.flat ? text == "--" : text == "-- ";
        bool other = !text.empty() && !stream.flat &&
                     std::string_view(" \t+-\\").find(text[0]) ==
                         std::string_view::npos;
        if (signature || other) {
            break;
        }
        if (text.empty()) {
            empty++;
            continue;
        }
        counted.olds += empty + (text[0] != '+' && text[0] != '\\');
        counted.news += empty + (text[0] != '-' && text[0] != '\\');
        empty = 0;
    }
    return counted;
}

}  // namespace laio
