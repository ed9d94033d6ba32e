#include "tools/patch/line_options.h"

#include <algorithm>

#include "tools/patch/flat_remarks.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

// Costs, in the same unit everywhere: how often a reading like this turns out
// wrong. A line end where the text has a mark is free.
constexpr int kWrapOfKnownLine = 1;
constexpr int kWrapOfAddedLine = 2;
constexpr int kMarkAsWord = 2;
constexpr int kWrapBeforeSign = 7;   // the next line looks like a line
constexpr int kCommentWithoutGap = 3;
constexpr int kCommentInLine = 5;
constexpr int kEmptyLineOfNobody = 6;
constexpr int kRemarkTakenIn = 8;    // what looks like one, into the line

// An added line is not wrapped more often than this.
constexpr int kMaxWraps = 4;
constexpr int kMaxWrapsUnquoted = 60;

bool LooksLikeLine(std::string_view content)
{
    return content.empty() || content[0] == '+' || content[0] == '-' ||
           content[0] == ' ' || content[0] == '@' || content[0] == '\t';
}

}  // namespace

LineOptions::LineOptions(const WordStream &stream, const SegmentTask &task)
    : stream_(stream), task_(task)
{
    int last = std::min(task.old_first + task.old_count,
                        int(task.old_lines->size()));
    for (int i = task.old_first; i < last; i++) {
        old_words_.push_back(SplitWords((*task.old_lines)[i]));
    }
}

std::vector<LineOption> LineOptions::At(int at, int olds, int news) const
{
    std::vector<LineOption> out;
    if (at >= task_.end) {
        return out;
    }
    bool old_left = olds < task_.old_count && olds < int(old_words_.size());
    bool new_left = news < task_.new_count;
    if (stream_.IsMark(at)) {
        if (old_left && new_left) {
            AddContext(at, olds, &out);
        }
        if (old_left) {
            AddRemoved(at, olds, &out);
        }
        if (new_left) {
            AddAdded(at, olds, &out);
        }
    }
    AddComment(at, &out);
    return out;
}

int LineOptions::CostOfEndingAt(int at) const
{
    if (at >= task_.end || !stream_.IsWord(at)) {
        return 0;
    }
    return MayBeCommentInLine(at) ? kCommentInLine : -1;
}

// Only where line ends are lost can a remark follow on a line of the patch,
// an empty one too; it does not look like another line.
bool LineOptions::MayBeCommentInLine(int at) const
{
    std::string_view word = stream_.Word(at);
    return stream_.flat && !Unquoted() && word[0] != '+' && word[0] != '-';
}

int LineOptions::NextMark(int at) const
{
    while (at < task_.end && !stream_.IsMark(at)) {
        at++;
    }
    return at;
}

int LineOptions::Match(int at, const std::vector<std::string_view> &words,
                       bool *wrapped) const
{
    *wrapped = false;
    for (std::string_view word : words) {
        // A mark where the line has that very word is the word.
        while (at < task_.end && !stream_.IsWord(at) &&
               !(stream_.flat && stream_.items[at].text == word)) {
            *wrapped = *wrapped || !stream_.flat ||
                       !stream_.items[at].text.empty();
            at++;
        }
        if (at >= task_.end || stream_.items[at].text != word) {
            return -1;
        }
        at++;
    }
    return at;
}

// "\ No newline at end of file", in a line of its own.
int LineOptions::SkipNoNewline(int at, bool *found) const
{
    bool wrapped = false;
    int end = stream_.IsMark(at)
                  ? Match(at + 1, {"\\", "No", "newline", "at", "end", "of",
                                   "file"}, &wrapped)
                  : -1;
    *found = end >= 0;
    return *found ? end : at;
}

void LineOptions::Offer(LineOption option,
                        std::vector<LineOption> *out) const
{
    option.end = SkipNoNewline(option.end, &option.line.no_newline);
    option.line.end = option.end;
    out->push_back(std::move(option));
}

void LineOptions::AddContext(int at, int olds,
                             std::vector<LineOption> *out) const
{
    LineOption option;
    option.line.old_line = task_.old_first + olds;
    option.line.begin = at;
    option.end = Match(at + 1, old_words_[olds], &option.line.wrapped);
    if (Unquoted() && old_words_[olds].empty()) {
        option.end = at;  // an empty line leaves no trace
    }
    if (option.end >= 0) {
        option.cost = option.line.wrapped ? kWrapOfKnownLine : 0;
        Offer(std::move(option), out);
    }
}

void LineOptions::AddRemoved(int at, int olds,
                             std::vector<LineOption> *out) const
{
    std::string_view first = stream_.Word(at + 1);
    if (first.empty() || first[0] != '-') {
        return;
    }
    std::vector<std::string_view> words = old_words_[olds];
    // The sign is glued to the line's first word when that is in column 0.
    const std::string &line = (*task_.old_lines)[task_.old_first + olds];
    bool column_zero = !words.empty() && !IsBlank(line.substr(0, 1));
    LineOption option;
    option.line.kind = LineKind::kRemoved;
    option.line.old_line = task_.old_first + olds;
    option.line.begin = at;
    bool glued = first.size() > 1;
    if (glued != column_zero && (stream_.flat || !glued)) {
        return;
    }
    if (glued) {
        if (words.empty() || first.substr(1) != words[0]) {
            return;
        }
        words.erase(words.begin());
        option.line.indent_lost = !column_zero;
        option.cost = column_zero ? 0 : kIndentLost;
    }
    option.end = Match(at + 2, words, &option.line.wrapped);
    if (option.end >= 0) {
        option.cost += option.line.wrapped ? kWrapOfKnownLine : 0;
        Offer(std::move(option), out);
    }
}

// The price of taking the mark or break at `at` for a wrap inside an added
// line.
int LineOptions::CostOfPassing(int at) const
{
    std::string_view next = stream_.Word(at + 1);
    bool sign_next = !next.empty() && (next[0] == '+' || next[0] == '-');
    if (!stream_.flat && stream_.IsMark(at)) {
        return LooksLikeLine(stream_.items[at].text) ? kWrapBeforeSign
                                                     : kWrapOfAddedLine;
    }
    if (stream_.IsBreak(at)) {
        return RunHasEmptyLine(at) ? kWrapBeforeSign : kWrapOfAddedLine;
    }
    if (sign_next || next.empty()) {
        return kWrapBeforeSign;
    }
    return stream_.mark.empty() ? 0 : kWrapOfAddedLine;
}

void LineOptions::AddAdded(int at, int olds,
                           std::vector<LineOption> *out) const
{
    std::string_view first = stream_.Word(at + 1);
    if (first.empty() || first[0] != '+') {
        return;
    }
    int wraps_left = Unquoted() ? kMaxWrapsUnquoted : kMaxWraps;
    LineOption option;
    option.line.kind = LineKind::kAdded;
    option.line.begin = at;
    GrowAdded(at + 1, olds, wraps_left, std::move(option), out);
}

// Where marks have no width, whether the word at `at` looks like the
// beginning of a line after `olds` old ones.
bool LineOptions::LineMayBegin(int at, int olds) const
{
    std::string_view word = stream_.Word(at);
    if (!Unquoted() || word.empty() || word[0] == '+' || word[0] == '-' ||
        word[0] == '\\') {
        return true;
    }
    while (olds < int(old_words_.size()) && old_words_[olds].empty()) {
        olds++;
    }
    return olds < int(old_words_.size()) && old_words_[olds][0] == word;
}

// Takes words up to the next mark, offers the line so far, and goes on over
// the mark: as a wrap, and in quoted flat text also as a word of the line.
void LineOptions::GrowAdded(int at, int olds, int wraps_left,
                            LineOption option,
                            std::vector<LineOption> *out) const
{
    std::size_t begin = option.line.words.size();
    while (at < task_.end && stream_.IsWord(at)) {
        option.line.words.push_back(at++);
    }
    std::size_t remark = RemarkIn(option.line);
    if (remark > 0 && remark >= begin) {
        LineOption without = option;
        without.end = option.line.words[remark];
        without.line.words.resize(remark);
        Offer(std::move(without), out);
        option.cost += kRemarkTakenIn;
    }
    option.end = at;
    if (LineMayBegin(at + 1, olds)) {
        Offer(option, out);
    }
    if (at >= task_.end || wraps_left == 0) {
        return;
    }
    if (stream_.IsMark(at) && !stream_.mark.empty()) {
        LineOption with_word = option;
        with_word.line.words.push_back(at);
        with_word.cost += kMarkAsWord;
        GrowAdded(at + 1, olds, wraps_left - 1, std::move(with_word), out);
    }
    option.cost += CostOfPassing(at);
    option.line.wrapped = true;
    GrowAdded(at + 1, olds, wraps_left - 1, std::move(option), out);
}

// Which word of an added line is the first of a remark; 0: none.
std::size_t LineOptions::RemarkIn(const SegmentLine &line) const
{
    if (!stream_.flat || Unquoted() || !task_.is_code) {
        return 0;
    }
    std::vector<std::string_view> words;
    for (int at : line.words) {
        words.push_back(stream_.items[at].text);
    }
    bool in_comment = false;
    bool decided = false;
    for (int at = line.begin; at >= task_.begin && !decided; at--) {
        in_comment = stream_.Word(at).find("/*") != std::string_view::npos;
        decided = in_comment ||
                  stream_.Word(at).find("*/") != std::string_view::npos;
    }
    return RemarkAfterCode(words, in_comment);
}

bool LineOptions::RunHasEmptyLine(int at) const
{
    while (at > task_.begin && !stream_.IsMark(at - 1)) {
        at--;
    }
    for (; at < task_.end && !stream_.IsMark(at); at++) {
        if (stream_.IsBreak(at) && !stream_.IsWord(at + 1)) {
            return true;
        }
    }
    return false;
}

void LineOptions::AddComment(int at, std::vector<LineOption> *out) const
{
    LineOption option;
    option.is_comment = true;
    option.end = NextMark(at + 1);
    if (stream_.IsBreak(at)) {
        option.cost = stream_.flat || RunHasEmptyLine(at) ? 0
                                                          : kCommentWithoutGap;
    } else if (stream_.IsWord(at) && MayBeCommentInLine(at)) {
        option.cost = kCommentInLine;
    } else if (stream_.IsMark(at) && !stream_.IsWord(at + 1) &&
               !stream_.flat) {
        option.cost = kEmptyLineOfNobody;
    } else {
        return;
    }
    out->push_back(option);
}

}  // namespace laio
