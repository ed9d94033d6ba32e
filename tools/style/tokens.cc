#include "tools/style/tokens.h"

#include <algorithm>

#include "tools/style/chars.h"

namespace laio::style {
namespace {

// Longest first.
constexpr std::string_view kPunctuators[] = {
    "<<=", ">>=", "...", "->", "++", "--", "<<", ">>", "<=", ">=", "==",
    "!=",  "&&",  "||",  "+=", "-=", "*=", "/=", "%=", "&=", "^=", "|=",
    "##",
};

class Lexer {
 public:
    Lexer(std::string text, bool in_comment) : text_(std::move(text))
    {
        if (in_comment) {
            pos_ = SkipBlockComment(0);
        }
    }

    Tokens Read()
    {
        while (pos_ < text_.size()) {
            pos_ = Step();
        }
        return std::move(result_);
    }

 private:
    // Reads what is at pos_. Returns: where it ends.
    size_t Step()
    {
        char c = text_[pos_];
        std::string_view rest = std::string_view(text_).substr(pos_);
        if (c == '\n') {
            if (in_directive_) {
                Emit("<end of directive>");
            }
            in_directive_ = false;
            at_line_start_ = true;
            return pos_ + 1;
        }
        if (IsSpace(c)) {
            return pos_ + 1;
        }
        if (StartsWith(rest, "/*")) {
            // Doxygen's mark is an opener like `/**`.
            return SkipBlockComment(pos_ + (StartsWith(rest, "/*!") ? 3 : 2));
        }
        if (StartsWith(rest, "//")) {
            size_t end = std::min(text_.find('\n', pos_), text_.size());
            TakeComment(pos_, end);
            return end;
        }
        in_directive_ = in_directive_ || (c == '#' && at_line_start_);
        at_line_start_ = false;
        size_t end = TokenEnd(rest);
        Emit(text_.substr(pos_, end - pos_));
        return end;
    }

    size_t TokenEnd(std::string_view rest)
    {
        if (rest[0] == '"' || rest[0] == '\'') {
            return LiteralEnd();
        }
        if (IsWord(rest[0]) || (rest[0] == '.' && rest.size() > 1 &&
                                IsDigit(rest[1]))) {
            return WordOrNumberEnd();
        }
        for (std::string_view punctuator : kPunctuators) {
            if (StartsWith(rest, punctuator)) {
                return pos_ + punctuator.size();
            }
        }
        return pos_ + 1;
    }

    size_t LiteralEnd() const
    {
        size_t end = pos_ + 1;
        while (end < text_.size() && text_[end] != text_[pos_] &&
               text_[end] != '\n') {
            end += text_[end] == '\\' ? 2 : 1;
        }
        return std::min(end + 1, text_.size());
    }

    size_t WordOrNumberEnd() const
    {
        size_t end = pos_ + 1;
        bool number = !IsWordStart(text_[pos_]);
        while (end < text_.size() &&
               (IsWord(text_[end]) || (number && text_[end] == '.'))) {
            ++end;
        }
        return end;
    }

    size_t SkipBlockComment(size_t begin)
    {
        size_t close = text_.find("*/", begin);
        TakeComment(begin, std::min(close, text_.size()));
        return close == text_.npos ? text_.size() : close + 2;
    }

    void TakeComment(size_t begin, size_t end)
    {
        bool starts_line = false;
        for (char c : std::string_view(text_).substr(begin, end - begin)) {
            bool is_bar = c == '|' && starts_line;
            if (!IsSpace(c) && c != '*' && c != '/' && !is_bar) {
                result_.comments += c;
            }
            starts_line = c == '\n' || (starts_line && IsSpace(c));
        }
    }

    void Emit(std::string token)
    {
        std::vector<std::string> &tokens = result_.tokens;
        size_t count = tokens.size();
        bool names_macro = count > 1 && tokens[count - 2] == "define" &&
                           token == "(" && text_[pos_ - 1] != ' ' &&
                           text_[pos_ - 1] != '\t';
        tokens.push_back(names_macro ? "<parameters>" : std::move(token));
    }

    std::string text_;
    size_t pos_ = 0;
    bool in_directive_ = false;
    bool at_line_start_ = true;
    Tokens result_;
};

// Takes one `token` out of the list. Returns: whether it was there.
bool TakeOne(std::vector<std::string> &list, const std::string &token)
{
    auto found = std::find(list.begin(), list.end(), token);
    if (found == list.end()) {
        return false;
    }
    list.erase(found);
    return true;
}

}  // namespace

Tokens Tokenize(const std::vector<std::string_view> &lines, bool in_comment)
{
    std::string text;
    for (std::string_view line : lines) {
        // Compilers let blanks follow the backslash.
        std::string_view kept = TrimRight(line);
        if (EndsWith(kept, "\\")) {
            text += kept.substr(0, kept.size() - 1);
            continue;
        }
        text += line;
        text += '\n';
    }
    return Lexer(std::move(text), in_comment).Read();
}

bool SameProgram(const Tokens &before, const Tokens &after,
                 std::vector<std::string> inserted,
                 std::vector<std::string> removed)
{
    size_t i = 0;
    size_t j = 0;
    const std::vector<std::string> &a = before.tokens;
    const std::vector<std::string> &b = after.tokens;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            ++i;
            ++j;
        } else if (j < b.size() && TakeOne(inserted, b[j])) {
            ++j;
        } else if (i < a.size() && TakeOne(removed, a[i])) {
            ++i;
        } else {
            return false;
        }
    }
    return inserted.empty() && removed.empty() &&
           before.comments == after.comments;
}

}  // namespace laio::style
