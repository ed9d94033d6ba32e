#include "tools/style/statement.h"

#include <algorithm>

#include "tools/style/chars.h"

namespace laio::style {
namespace {

constexpr size_t kNone = std::string::npos;
constexpr ByteSet kMayStop(";(){}#e");

// What counts brackets at one place of the text.
struct Nesting {
    char type = 0;  // the bracket that is counted: '(' or '{'; 0: none
    int level = 0;
};

std::string_view DirectiveName(std::string_view text, size_t hash)
{
    size_t word = SkipSpace(text, hash + 1);
    return text.substr(word, WordEnd(text, word) - word);
}

bool OpensConditional(std::string_view name)
{
    return name == "if" || name == "ifdef" || name == "ifndef";
}

// Follows `nesting` over the bracket `c`. Returns: whether one was closed to
// level 0.
bool Count(Nesting &nesting, char c)
{
    if ((c == '(' || c == '{') && (nesting.type == 0 || nesting.type == c)) {
        nesting.type = c;
        ++nesting.level;
        return false;
    }
    char open = c == ')' ? '(' : c == '}' ? '{' : 0;
    if (open == 0 || nesting.type != open) {
        return false;
    }
    if (--nesting.level != 0) {
        return false;
    }
    nesting.type = 0;
    return true;
}

}  // namespace

HunkText::HunkText(std::string text) : text_(std::move(text))
{
    for (size_t start = 0; start < text_.size();
         start = text_.find('\n', start) + 1) {
        starts_.push_back(start);
    }
}

std::string_view HunkText::Line(size_t index) const
{
    size_t end = index + 1 < starts_.size() ? starts_[index + 1]
                                            : text_.size();
    size_t start = starts_[index];
    return std::string_view(text_).substr(start, end - 1 - start);
}

size_t HunkText::LineOf(size_t pos) const
{
    auto after = std::upper_bound(starts_.begin(), starts_.end(), pos);
    return after - starts_.begin() - 1;
}

StatementScanner::StatementScanner(const HunkText &hunk) : text_(hunk.text())
{
    for (size_t pos = 0; pos < text_.size(); ++pos) {
        if (kMayStop.Has(text_[pos]) &&
            (text_[pos] != 'e' || IsElse(pos, kNone))) {
            stops_.push_back(pos);
        }
    }
    memo_.resize(stops_.size());
    MatchBrackets();
}

// Finds for each opening stop the one that closes it when only brackets of
// its own kind are counted.
void StatementScanner::MatchBrackets()
{
    partner_.assign(stops_.size(), kNone);
    directives_before_.assign(stops_.size(), 0);
    std::vector<size_t> parens, braces;
    size_t directives = 0;
    for (size_t i = 0; i < stops_.size(); ++i) {
        char c = text_[stops_[i]];
        directives += c == '#';
        directives_before_[i] = directives;
        std::vector<size_t> &open = c == '(' || c == ')' ? parens : braces;
        if (c == '(' || c == '{') {
            open.push_back(i);
        } else if ((c == ')' || c == '}') && !open.empty()) {
            partner_[open.back()] = i;
            open.pop_back();
        }
    }
}

// An `else` that is no `else if`; `begin` is where the statement starts.
bool StatementScanner::IsElse(size_t pos, size_t begin) const
{
    if (!At(text_, pos, "else") || pos + 4 >= text_.size()) {
        return false;
    }
    char after = text_[pos + 4];
    if (!IsSpace(after) && after != '{') {
        return false;
    }
    char before = pos == 0 || pos == begin ? ' ' : text_[pos - 1];
    if (!IsSpace(before) && before != '}' && before != '+') {
        return false;
    }
    size_t word = SkipSpace(text_, pos + 4);
    return word == pos + 4 || text_.substr(word, WordEnd(text_, word) - word) !=
                                  "if";
}

size_t StatementScanner::NextStop(size_t pos) const
{
    return std::lower_bound(stops_.begin(), stops_.end(), pos) -
           stops_.begin();
}

// Walks along stops that lie at level 0, jumping over brackets.
// Returns:  false when a directive lies inside a bracket: use WalkNested().
bool StatementScanner::WalkFlat(Statement &statement)
{
    Memo memo;
    path_.clear();
    size_t i = NextStop(statement.begin);
    while (!memo.known) {
        if (i >= stops_.size()) {
            memo = {text_.size(), kNone, 0, true, true};
            break;
        }
        if (memo_[i].known) {
            memo = memo_[i];
            break;
        }
        char c = text_[stops_[i]];
        size_t closing = c == '(' || c == '{' ? partner_[i] : i;
        if (closing == kNone ||
            directives_before_[closing] != directives_before_[i]) {
            return false;
        }
        path_.emplace_back(i, c == '('   ? stops_[closing] + 1
                             : c == 'e' ? stops_[i] + 4
                                        : kNone);
        if (c == ';' || c == '{') {
            size_t end = stops_[closing] + 1;
            end += c == '{' && end < text_.size() && text_[end] == ';';
            memo = {end, kNone, 0, true, false};
            break;
        }
        i = closing + 1;
    }
    for (auto step = path_.rbegin(); step != path_.rend(); ++step) {
        if (step->second != kNone) {
            memo.condition_end = step->second;
        }
        memo_[step->first] = memo;
    }
    statement.end = memo.end;
    statement.level = memo.level;
    statement.at_hunk_end = memo.at_hunk_end;
    statement.condition_end = memo.condition_end;
    return true;
}

// Walks stop by stop; #if and its kin save and restore the nesting, and
// #else goes back to what held one save earlier.
void StatementScanner::WalkNested(Statement &statement)
{
    Nesting now;
    std::vector<Nesting> saved{now};
    statement.condition_end = kNone;
    statement.end = text_.size();
    statement.at_hunk_end = true;
    for (size_t i = NextStop(statement.begin); i < stops_.size(); ++i) {
        size_t pos = stops_[i];
        char c = text_[pos];
        bool closed = false;
        if (c == '#') {
            std::string_view name = DirectiveName(text_, pos);
            if (OpensConditional(name)) {
                saved.push_back(now);
            } else if (name == "else" || name == "elif") {
                now = saved.size() > 1 ? saved[saved.size() - 2]
                                       : saved.back();
            } else if (name == "endif") {
                now = saved.back();
                saved.pop_back();
                if (saved.empty()) {
                    saved.emplace_back();
                }
            }
        } else if (c == 'e') {
            if (now.level == 0 && statement.condition_end == kNone) {
                statement.condition_end = pos + 4;
            }
        } else {
            closed = Count(now, c);
        }
        if (closed && c == ')' && statement.condition_end == kNone) {
            statement.condition_end = pos + 1;
        }
        if ((c == ';' && now.level == 0) || (closed && c == '}')) {
            statement.end = pos + 1;
            statement.end +=
                c == '}' && pos + 1 < text_.size() && text_[pos + 1] == ';';
            statement.at_hunk_end = false;
            break;
        }
    }
    statement.level = now.level;
}

Statement StatementScanner::Scan(size_t begin)
{
    Statement statement;
    statement.begin = begin;
    if (begin > text_.size()) {
        begin = statement.begin = text_.size();
    }
    if (!WalkFlat(statement)) {
        WalkNested(statement);
    }
    if (statement.condition_end == kNone) {
        statement.condition_end = begin;
    }
    return statement;
}

std::vector<Statement> StatementScanner::ScanArms(size_t begin, int *level)
{
    std::vector<Statement> arms{Scan(begin)};
    *level = arms.front().level;
    auto starts_with = [&](const Statement &arm,
                           std::initializer_list<std::string_view> words) {
        std::string condition = WithoutMarkers(text_.substr(
            arm.begin, arm.condition_end - arm.begin));
        size_t word = SkipSpace(condition, 0);
        std::string_view found = std::string_view(condition).substr(
            word, WordEnd(condition, word) - word);
        return std::find(words.begin(), words.end(), found) != words.end();
    };
    if (arms.front().at_hunk_end ||
        !starts_with(arms.front(), {"if", "else", "do"})) {
        return arms;
    }
    for (;;) {
        Statement next = Scan(arms.back().end);
        *level = next.level;
        if (!starts_with(next, {"else", "do"})) {
            return arms;
        }
        arms.push_back(next);
        if (next.at_hunk_end) {
            return arms;
        }
    }
}

std::string WithoutMarkers(std::string_view text)
{
    std::string result;
    for (size_t pos = 0; pos < text.size(); ++pos) {
        result += text[pos];
        if (text[pos] == '\n') {
            ++pos;
        }
    }
    return result;
}

int StatementLines(std::string_view text)
{
    std::string code = WithoutMarkers(text);
    std::string_view trimmed = Trim(code);
    return 1 + std::count(trimmed.begin(), trimmed.end(), '\n');
}

int BlockSize(std::string_view text)
{
    std::string code = WithoutMarkers(text);
    std::string_view block = Trim(code);
    if (StartsWith(block, "{")) {
        block.remove_prefix(1);
    }
    block = TrimRight(block);
    if (EndsWith(block, "}")) {
        block.remove_suffix(1);
    }
    block = Trim(block);
    int lines = 1 + std::count(block.begin(), block.end(), '\n');
    int semicolons = std::count(block.begin(), block.end(), ';');
    return std::max(lines, semicolons);
}

}  // namespace laio::style
