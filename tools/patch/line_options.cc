#include "tools/patch/line_options.h"

#include <algorithm>

#include "tools/patch/masked_word.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

// Costs, in the same unit everywhere: how often a reading like this turns out
// wrong. A line end where the text has a mark is free.
constexpr int kWrapOfKnownLine = 1;
constexpr int kCommentWithoutGap = 3;
constexpr int kCommentInLine = 5;
constexpr int kEmptyLineOfNobody = 6;

}  // namespace

LineOptions::LineOptions(const WordStream &stream, const SegmentTask &task)
    : stream_(stream), task_(task), added_(stream, task, old_words_)
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
            for (LineOption &option : added_.At(at, olds)) {
                Offer(std::move(option), &out);
            }
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
    return stream_.flat && !stream_.Unquoted() && word[0] != '+' &&
           word[0] != '-';
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
        if (at >= task_.end || !StandsFor(stream_.items[at].text, word)) {
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
    if (stream_.Unquoted() && old_words_[olds].empty()) {
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

void LineOptions::AddComment(int at, std::vector<LineOption> *out) const
{
    LineOption option;
    option.is_comment = true;
    option.end = NextMark(at + 1);
    if (stream_.IsBreak(at)) {
        option.cost = stream_.flat || RunHasEmptyLine(stream_, task_, at)
                          ? 0 : kCommentWithoutGap;
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
