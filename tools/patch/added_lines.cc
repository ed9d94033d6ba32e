#include "tools/patch/added_lines.h"

#include <string_view>
#include <utility>

#include "tools/patch/flat_remarks.h"

namespace laio {
namespace {

// Costs, in the unit of those in line_options.cc.
constexpr int kWrapOfAddedLine = 2;
constexpr int kWrapWithoutNeed = 4;  // a remark is likelier there
constexpr int kMarkAsWord = 2;
constexpr int kWrapBeforeSign = 7;   // the next line looks like a line
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

// The price of taking the mark or break at `at` for a wrap inside an added
// line.
int AddedLines::CostOfPassing(int at) const
{
    std::string_view next = stream_.Word(at + 1);
    bool sign_next = !next.empty() && (next[0] == '+' || next[0] == '-');
    if (!stream_.flat && stream_.IsMark(at)) {
        return LooksLikeLine(stream_.items[at].text) ? kWrapBeforeSign
                                                     : kWrapOfAddedLine;
    }
    if (stream_.IsBreak(at)) {
        int wrap = IsRestOfBrokenLine(stream_, at) ? kWrapOfAddedLine
                                                   : kWrapWithoutNeed;
        return RunHasEmptyLine(stream_, task_, at) ? kWrapBeforeSign : wrap;
    }
    if (sign_next || next.empty()) {
        return kWrapBeforeSign;
    }
    return stream_.mark.empty() ? 0 : kWrapOfAddedLine;
}

std::vector<LineOption> AddedLines::At(int at, int olds) const
{
    std::string_view first = stream_.Word(at + 1);
    if (first.empty() || first[0] != '+') {
        return {};
    }
    std::vector<LineOption> out;
    LineOption option;
    option.line.kind = LineKind::kAdded;
    option.line.begin = at;
    Grow(at + 1, olds, stream_.Unquoted() ? kMaxWrapsUnquoted : kMaxWraps,
         std::move(option), &out);
    return out;
}

// Where marks have no width, whether the word at `at` looks like the
// beginning of a line after `olds` old ones.
bool AddedLines::LineMayBegin(int at, int olds) const
{
    std::string_view word = stream_.Word(at);
    if (!stream_.Unquoted() || word.empty() || word[0] == '+' ||
        word[0] == '-' || word[0] == '\\') {
        return true;
    }
    while (olds < int(old_words_.size()) && old_words_[olds].empty()) {
        olds++;
    }
    return olds < int(old_words_.size()) && old_words_[olds][0] == word;
}

// Takes words up to the next mark, offers the line so far, and goes on over
// the mark: as a wrap, and in quoted flat text also as a word of the line.
void AddedLines::Grow(int at, int olds, int wraps_left, LineOption option,
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
        out->push_back(std::move(without));
        option.cost += kRemarkTakenIn;
    }
    option.end = at;
    if (LineMayBegin(at + 1, olds)) {
        out->push_back(option);
    }
    if (at >= task_.end || wraps_left == 0) {
        return;
    }
    if (stream_.IsMark(at) && !stream_.mark.empty()) {
        LineOption with_word = option;
        with_word.line.words.push_back(at);
        with_word.cost += kMarkAsWord;
        Grow(at + 1, olds, wraps_left - 1, std::move(with_word), out);
    }
    option.cost += CostOfPassing(at);
    option.line.wrapped = true;
    Grow(at + 1, olds, wraps_left - 1, std::move(option), out);
}

// Which word of an added line is the first of a remark; 0: none.
std::size_t AddedLines::RemarkIn(const SegmentLine &line) const
{
    if (!stream_.flat || stream_.Unquoted() || !task_.is_code) {
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

bool RunHasEmptyLine(const WordStream &stream, const SegmentTask &task, int at)
{
    while (at > task.begin && !stream.IsMark(at - 1)) {
        at--;
    }
    for (; at < task.end && !stream.IsMark(at); at++) {
        if (stream.IsBreak(at) && !stream.IsWord(at + 1)) {
            return true;
        }
    }
    return false;
}

}  // namespace laio
