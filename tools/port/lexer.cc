#include "tools/port/lexer.h"

#include <algorithm>
#include <cctype>

namespace laio::port {
namespace {

// Longest first.
constexpr std::string_view kPunctuators[] = {
    "<<=", ">>=", "...", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=",
    "&&",  "||",  "+=",  "-=", "*=", "/=", "%=", "&=", "^=", "|=", "::", "##",
};

bool IsSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool IsWord(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' ||
           (c & 0x80);
}

class Lexer {
 public:
    explicit Lexer(std::string_view text) : text_(text) {}

    Tokens Read()
    {
        while (pos_ < text_.size()) {
            Step();
        }
        return std::move(tokens_);
    }

 private:
    bool At(std::string_view what) const
    {
        return text_.substr(pos_, what.size()) == what;
    }

    void Step()
    {
        char c = text_[pos_];
        if (c == '\n') {
            directive_ = directive_ && pos_ > 0 && text_[pos_ - 1] == '\\';
            line_start_ = true;
            pos_++;
        } else if (IsSpace(c) || (c == '\\' && At("\\\n"))) {
            pos_++;
        } else if (At("/*")) {
            Comment("/*", text_.find("*/", pos_ + 2), "*/");
        } else if (At("//")) {
            Comment("//", text_.find('\n', pos_), "");
        } else {
            directive_ = directive_ || (c == '#' && line_start_);
            line_start_ = false;
            Code(c);
        }
    }

    void Code(char c)
    {
        if (c == '"' || c == '\'') {
            Emit(TokenKind::kLiteral, LiteralEnd());
        } else if (IsWord(c)) {
            Emit(TokenKind::kWord, WordEnd());
        } else {
            auto known = std::find_if(
                std::begin(kPunctuators), std::end(kPunctuators),
                [&](std::string_view mark) { return At(mark); });
            bool found = known != std::end(kPunctuators);
            Emit(TokenKind::kPunctuator, pos_ + (found ? known->size() : 1));
        }
    }

    void Comment(std::string_view open, size_t close, std::string_view mark)
    {
        close = std::min(close, text_.size());
        Emit(TokenKind::kComment, pos_ + open.size());
        bool line_start = false;
        while (pos_ < close) {
            char c = text_[pos_];
            if (IsSpace(c) || (c == '*' && line_start)) {
                line_start = c == '\n' || (line_start && c != '*');
                pos_++;
                continue;
            }
            size_t end = pos_;
            while (end < close && !IsSpace(text_[end])) {
                end++;
            }
            Emit(TokenKind::kComment, end);
            line_start = false;
        }
        if (close < text_.size() && !mark.empty()) {
            Emit(TokenKind::kComment, close + mark.size());
        }
    }

    size_t LiteralEnd() const
    {
        size_t end = pos_ + 1;
        while (end < text_.size() && text_[end] != text_[pos_] &&
               text_[end] != '\n') {
            end += text_[end] == '\\' ? 2 : 1;
        }
        bool closed = end < text_.size() && text_[end] == text_[pos_];
        return std::min(end + closed, text_.size());
    }

    size_t WordEnd() const
    {
        size_t end = pos_ + 1;
        bool number = std::isdigit(static_cast<unsigned char>(text_[pos_]));
        while (end < text_.size() &&
               (IsWord(text_[end]) || (number && text_[end] == '.'))) {
            end++;
        }
        return end;
    }

    void Emit(TokenKind kind, size_t end)
    {
        tokens_.push_back({kind, std::string(text_.substr(pos_, end - pos_)),
                           pos_, end, directive_});
        pos_ = end;
    }

    std::string_view text_;
    size_t pos_ = 0;
    bool line_start_ = true;
    bool directive_ = false;
    Tokens tokens_;
};

}  // namespace

Tokens Lex(std::string_view text)
{
    return Lexer(text).Read();
}

std::set<std::string> MembersOf(const Tokens &tokens)
{
    std::set<std::string> members;
    for (size_t i = 1; i < tokens.size(); i++) {
        if (tokens[i].kind == TokenKind::kWord &&
            (tokens[i - 1].Is("->") || tokens[i - 1].Is("."))) {
            members.insert(tokens[i].text);
        }
    }
    return members;
}

std::string_view LexedText::GapBefore(size_t index) const
{
    size_t begin = index > 0 ? tokens[index - 1].end : 0;
    size_t end = index < tokens.size() ? tokens[index].begin : text.size();
    return std::string_view(text).substr(begin, end - begin);
}

std::string_view LexedText::Raw(size_t begin, size_t end) const
{
    if (begin >= end) {
        return {};
    }
    size_t from = tokens[begin].begin;
    return std::string_view(text).substr(from, tokens[end - 1].end - from);
}

bool LexedText::IsFirstOnLine(size_t index) const
{
    return index == 0 || index >= tokens.size() ||
           GapBefore(index).find('\n') != std::string_view::npos;
}

int LexedText::IndentAt(size_t index) const
{
    if (index >= tokens.size()) {
        return 0;
    }
    size_t line = text.rfind('\n', tokens[index].begin);
    int columns = 0;
    for (size_t i = line == text.npos ? 0 : line + 1;
         text[i] == ' ' || text[i] == '\t'; i++) {
        columns = text[i] == '\t' ? columns / 8 * 8 + 8 : columns + 1;
    }
    return columns;
}

int LexedText::LineOf(size_t index) const
{
    size_t end = index < tokens.size() ? tokens[index].begin : text.size();
    return 1 + static_cast<int>(
                   std::count(text.begin(), text.begin() + end, '\n'));
}

}  // namespace laio::port
