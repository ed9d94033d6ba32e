#include "tests/harness/c_text.h"

#include <algorithm>
#include <cctype>

namespace laio {
namespace {

constexpr size_t kNone = std::string_view::npos;

bool IsWordChar(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

bool IsBlank(char c)
{
    return std::isspace(static_cast<unsigned char>(c)) || c == kIf ||
           c == kElse || c == kEndif;
}

size_t SkipBlanks(std::string_view code, size_t at)
{
    while (at < code.size() && IsBlank(code[at])) {
        at++;
    }
    return at;
}

size_t EndOfWord(std::string_view code, size_t at)
{
    while (at < code.size() && IsWordChar(code[at])) {
        at++;
    }
    return at;
}

// One blank between words, none at the ends.
std::string Squeeze(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (!IsBlank(c)) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (!out.empty() && out.back() == ' ') {
        out.pop_back();
    }
    return out;
}

// Returns:  the offset after the parenthesis that closes the one at `open`.
size_t EndOfParentheses(std::string_view code, size_t open)
{
    int depth = 0;
    for (size_t at = open; at < code.size(); at++) {
        if (code[at] == '(') {
            depth++;
        } else if (code[at] == ')' && --depth == 0) {
            return at + 1;
        } else if (code[at] == ';') {
            break;
        }
    }
    return kNone;
}

Parameters SplitParameters(std::string_view inside)
{
    Parameters parameters;
    int depth = 0;
    size_t begin = 0;
    for (size_t at = 0; at <= inside.size(); at++) {
        const char c = at < inside.size() ? inside[at] : ',';
        depth += c == '(' || c == '{' || c == '[';
        depth -= c == ')' || c == '}' || c == ']';
        if (c == ',' && depth <= 0) {
            parameters.push_back(Squeeze(inside.substr(begin, at - begin)));
            begin = at + 1;
        }
    }
    if (parameters.size() == 1 &&
        (parameters[0].empty() || parameters[0] == "void")) {
        parameters.clear();
    }
    return parameters;
}

bool HasWord(std::string_view text, std::string_view word)
{
    const auto words = FindIdentifiers(text);
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Walks the text once and keeps what stands at brace depth 0.
class DefinitionFinder {
 public:
    explicit DefinitionFinder(std::string_view code) : code_(code) {}

    std::vector<Definition> Run()
    {
        while (at_ < code_.size()) {
            Step();
        }
        return std::move(found_);
    }

 private:
    void Step()
    {
        const char c = code_[at_];
        if (IsWordChar(c)) {
            Word();
            return;
        }
        if (c == '{') {
            OpenBrace();
        } else if (c == '}') {
            CloseBrace();
        } else if (c == kIf) {
            depths_.push_back(depth_);
        } else if (c == kElse && !depths_.empty()) {
            depth_ = depths_.back();
        } else if (c == kEndif && !depths_.empty()) {
            depths_.pop_back();
        } else if (c == ';' && depth_ == 0) {
            start_ = at_ + 1;
        }
        line_ += c == '\n';
        at_++;
    }

    void OpenBrace()
    {
        if (depth_ == 0 &&
            Squeeze(code_.substr(start_, at_ - start_)) == "extern") {
            start_ = at_ + 1;  // extern "C" {: still the outermost level
            return;
        }
        depth_++;
    }

    void CloseBrace()
    {
        depth_ = std::max(0, depth_ - 1);
        if (depth_ == 0) {
            start_ = at_ + 1;
        }
    }

    void Word()
    {
        const size_t end = EndOfWord(code_, at_);
        const size_t open = SkipBlanks(code_, end);
        if (depth_ == 0 && open < code_.size() && code_[open] == '(') {
            TryDefinition(end, open);
        }
        at_ = end;
    }

    void TryDefinition(size_t name_end, size_t open)
    {
        const size_t close = EndOfParentheses(code_, open);
        if (close == kNone) {
            return;
        }
        // Words such as coroutine_fn or noexcept may stand before the body.
        size_t body = SkipBlanks(code_, close);
        while (body < code_.size() && IsWordChar(code_[body])) {
            body = SkipBlanks(code_, EndOfWord(code_, body));
        }
        if (body >= code_.size() || code_[body] != '{') {
            return;
        }
        Definition definition;
        definition.name = code_.substr(at_, name_end - at_);
        definition.return_type = Squeeze(code_.substr(start_, at_ - start_));
        definition.parameters =
            SplitParameters(code_.substr(open + 1, close - open - 2));
        definition.is_static = HasWord(definition.return_type, "static");
        definition.line = line_;
        found_.push_back(std::move(definition));
    }

    std::string_view code_;
    std::vector<Definition> found_;
    std::vector<int> depths_;  // at each open #if
    size_t at_ = 0;
    size_t start_ = 0;  // of the declaration being read
    int depth_ = 0;
    int line_ = 1;
};

}  // namespace

std::vector<Definition> FindDefinitions(std::string_view code)
{
    return DefinitionFinder(code).Run();
}

std::vector<Parameters> FindCalls(std::string_view code, std::string_view name)
{
    std::vector<Parameters> calls;
    for (const std::string_view word : FindIdentifiers(code)) {
        const size_t end = word.data() + word.size() - code.data();
        const size_t open = SkipBlanks(code, end);
        if (word != name || open >= code.size() || code[open] != '(') {
            continue;
        }
        const size_t close = EndOfParentheses(code, open);
        if (close != kNone) {
            calls.push_back(
                SplitParameters(code.substr(open + 1, close - open - 2)));
        }
    }
    return calls;
}

bool DefinesStruct(std::string_view code, std::string_view name)
{
    bool after_struct = false;
    for (const std::string_view word : FindIdentifiers(code)) {
        const size_t end = word.data() + word.size() - code.data();
        const size_t next = SkipBlanks(code, end);
        if (after_struct && word == name && next < code.size() &&
            code[next] == '{') {
            return true;
        }
        after_struct = word == "struct";
    }
    return false;
}

std::vector<std::string_view> FindIdentifiers(std::string_view code)
{
    std::vector<std::string_view> words;
    for (size_t at = 0; at < code.size();) {
        const size_t end = EndOfWord(code, at);
        if (end > at &&
            !std::isdigit(static_cast<unsigned char>(code[at]))) {
            words.push_back(code.substr(at, end - at));
        }
        at = end > at ? end : at + 1;
    }
    return words;
}

}  // namespace laio
