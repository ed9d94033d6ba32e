// The first pass: everything that is not code becomes blanks.

#include <cctype>

#include "tests/harness/c_text.h"

namespace laio {
namespace {

class Blanker {
 public:
    explicit Blanker(std::string_view text) : text_(text), out_(text) {}

    std::string Run()
    {
        while (at_ < text_.size()) {
            Step();
        }
        return std::move(out_);
    }

 private:
    char Peek(size_t ahead = 0) const
    {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }

    void Blank()
    {
        if (Peek() != '\n') {
            out_[at_] = ' ';
        }
        at_++;
    }

    void Step()
    {
        const char c = Peek();
        if (c == '/' && Peek(1) == '/') {
            BlankLineComment();
        } else if (c == '/' && Peek(1) == '*') {
            BlankBlockComment();
        } else if (c == '#' && line_is_blank_) {
            BlankDirective();
        } else if (c == '"' && word_ends_in_r_) {
            BlankRawString();
        } else if (c == '"' || (c == '\'' && !in_number_)) {
            BlankLiteral(c);
        } else {
            Keep(c);
        }
    }

    // Remembers what a quote or a hash after this character would mean.
    void Keep(char c)
    {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_word = std::isalnum(byte) || c == '_' ||
                             (c == '\'' && in_number_);
        if (c == '\n') {
            line_is_blank_ = true;
        } else if (!std::isspace(byte)) {
            line_is_blank_ = false;
        }
        in_number_ =
            is_word && (in_number_ || (!in_word_ && std::isdigit(byte)));
        word_ends_in_r_ = is_word && c == 'R';
        in_word_ = is_word;
        if (c == kIf || c == kElse || c == kEndif) {
            out_[at_] = ' ';
        }
        at_++;
    }

    void EndWord()
    {
        in_word_ = in_number_ = word_ends_in_r_ = false;
    }

    void BlankLineComment()
    {
        while (at_ < text_.size() && Peek() != '\n') {
            if (Peek() == '\\' && Peek(1) == '\n') {
                Blank();
            }
            Blank();
        }
        EndWord();
    }

    void BlankBlockComment()
    {
        Blank();
        Blank();
        while (at_ < text_.size()) {
            if (Peek() == '*' && Peek(1) == '/') {
                Blank();
                Blank();
                break;
            }
            if (Peek() == '\n') {
                line_is_blank_ = true;
            }
            Blank();
        }
        EndWord();
    }

    // Ends at an unescaped newline too: a stray quote costs one line.
    void BlankLiteral(char quote)
    {
        line_is_blank_ = false;
        Blank();
        while (at_ < text_.size() && Peek() != quote && Peek() != '\n') {
            if (Peek() == '\\') {
                Blank();
            }
            if (at_ < text_.size()) {
                Blank();
            }
        }
        if (Peek() == quote) {
            Blank();
        }
        EndWord();
    }

    void BlankRawString()
    {
        const size_t open = text_.find('(', at_);
        size_t end = std::string_view::npos;
        if (open != std::string_view::npos) {
            const std::string close =
                ")" + std::string(text_.substr(at_ + 1, open - at_ - 1)) + "\"";
            end = text_.find(close, open);
            if (end != std::string_view::npos) {
                end += close.size();
            }
        }
        end = end == std::string_view::npos ? text_.size() : end;
        while (at_ < end) {
            Blank();
        }
        EndWord();
    }

    static char MarkerOf(std::string_view directive)
    {
        if (directive.starts_with("if")) {
            return kIf;
        }
        if (directive.starts_with("el")) {
            return kElse;
        }
        return directive.starts_with("endif") ? kEndif : ' ';
    }

    void BlankDirective()
    {
        const size_t hash = at_;
        const size_t word = text_.find_first_not_of(" \t", at_ + 1);
        const char marker = word == std::string_view::npos
                                ? ' '
                                : MarkerOf(text_.substr(word, 6));
        while (at_ < text_.size() && Peek() != '\n') {
            if (Peek() == '/' && Peek(1) == '*') {
                BlankBlockComment();
                continue;
            }
            if (Peek() == '\\' && Peek(1) == '\n') {
                Blank();
            }
            Blank();
        }
        out_[hash] = marker;
        EndWord();
    }

    std::string_view text_;
    std::string out_;
    size_t at_ = 0;
    bool line_is_blank_ = true;  // so far: a hash begins a directive
    bool in_word_ = false;
    bool in_number_ = false;     // a quote is a digit separator
    bool word_ends_in_r_ = false;
};

}  // namespace

std::string BlankOutNonCode(std::string_view text)
{
    return Blanker(text).Run();
}

}  // namespace laio
