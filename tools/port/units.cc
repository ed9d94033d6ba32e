#include "tools/port/units.h"

#include <algorithm>
#include <map>

namespace laio::port {
namespace {

bool IsNot(const std::string &word, std::initializer_list<const char *> list)
{
    return std::find(list.begin(), list.end(), word) == list.end();
}

class Splitter {
 public:
    Splitter(const Tokens &tokens, std::string_view text)
        : tokens_(tokens), text_(text)
    {
    }

    std::vector<Unit> Split()
    {
        size_t begin = 0;
        while (begin < tokens_.size()) {
            size_t code = begin;
            if (size_t head = HeadEnd(begin)) {
                units_.push_back({"comment at the head", begin, head});
                begin = head;
                continue;
            }
            while (code < tokens_.size() && IsComment(code)) {
                code++;
            }
            size_t end = code == tokens_.size() ? code
                         : tokens_[code].directive ? DirectiveEnd(code)
                                                   : DeclarationEnd(code);
            std::string name = code == end ? "comment at the end"
                               : tokens_[code].directive
                                   ? DirectiveName(code, end)
                                   : DeclarationName(code, end);
            int count = ++seen_[name];
            if (count > 1) {
                name += "#" + std::to_string(count);
            }
            units_.push_back({std::move(name), begin, end});
            begin = end;
        }
        return std::move(units_);
    }

 private:
    bool IsComment(size_t i) const
    {
        return tokens_[i].kind == TokenKind::kComment;
    }

    // The comment that begins a file is about all of it.
    // Returns: where it ends; 0 when there is none at `begin`.
    size_t HeadEnd(size_t begin) const
    {
        if (begin > 0 || tokens_[0].text != "/*" || !IsComment(0)) {
            return 0;
        }
        size_t end = 0;
        while (end < tokens_.size() && tokens_[end].text != "*/") {
            end++;
        }
        bool before_directive =
            end + 1 < tokens_.size() && tokens_[end + 1].directive;
        return before_directive ? end + 1 : 0;
    }

    bool BreaksBefore(size_t i) const
    {
        size_t begin = tokens_[i - 1].end;
        return text_.substr(begin, tokens_[i].begin - begin).find('\n') !=
               text_.npos;
    }

    // A comment on the same line still belongs to what it stands behind.
    size_t WithComment(size_t end) const
    {
        if (end >= tokens_.size() || !IsComment(end) || BreaksBefore(end)) {
            return end;
        }
        bool block = tokens_[end].text == "/*";
        while (end < tokens_.size() && IsComment(end)) {
            end++;
            if (block ? tokens_[end - 1].text == "*/"
                      : end < tokens_.size() && BreaksBefore(end)) {
                break;
            }
        }
        return end;
    }

    size_t DirectiveEnd(size_t i) const
    {
        size_t end = i + 1;
        while (end < tokens_.size() &&
               (tokens_[end].directive || IsComment(end))) {
            bool next_line = tokens_[end].Is("#") && BreaksBefore(end);
            bool out = !tokens_[end].directive && BreaksBefore(end);
            if (next_line || out) {
                break;
            }
            end++;
        }
        return end;
    }

    size_t DeclarationEnd(size_t i) const
    {
        int depth = 0;
        bool function = false;
        for (; i < tokens_.size(); i++) {
            const Token &token = tokens_[i];
            if (token.kind != TokenKind::kPunctuator || token.directive) {
                continue;
            }
            if (token.Is("{") && depth == 0) {
                function = OpensFunction(i);
            }
            depth += token.Is("(") || token.Is("{") || token.Is("[");
            depth -= token.Is(")") || token.Is("}") || token.Is("]");
            if (depth <= 0 &&
                (token.Is(";") || (token.Is("}") && function))) {
                return WithComment(i + 1);
            }
        }
        return i;
    }

    bool OpensFunction(size_t i) const
    {
        while (i > 0 && IsComment(i - 1)) {
            i--;
        }
        return i > 0 && (tokens_[i - 1].Is(")") ||
                         tokens_[i - 1].Is("const") ||
                         tokens_[i - 1].Is("noexcept"));
    }

    std::string DirectiveName(size_t i, size_t end) const
    {
        if (end - i > 2 && tokens_[i + 1].Is("include")) {
            size_t from = tokens_[i + 2].begin;
            size_t to = text_.find_first_of("\n", from);
            std::string path(text_.substr(from, to - from));
            size_t blank = path.find_first_of(" \t");
            return "include " + path.substr(0, blank);
        }
        if (end - i > 2 && tokens_[i + 1].Is("define")) {
            return "macro " + tokens_[i + 2].text;
        }
        std::string name = "line";
        for (size_t k = i; k < end && k < i + 6; k++) {
            name += " " + tokens_[k].text;
        }
        return name;
    }

    std::string DeclarationName(size_t i, size_t end) const
    {
        size_t stop = i;
        while (stop < end && !tokens_[stop].Is("(") && !tokens_[stop].Is("{") &&
               !tokens_[stop].Is("=") && !tokens_[stop].Is(";")) {
            stop++;
        }
        if (tokens_[i].Is("typedef")) {
            return "type " + LastWord(i, end);
        }
        if (stop < end && tokens_[stop].Is("(")) {
            bool body = tokens_[LastCode(i, end)].Is("}");
            return (body ? "function " : "declaration ") + LastWord(i, stop);
        }
        std::string word = LastWord(i, stop);
        bool type = stop < end && tokens_[stop].Is("{");
        bool forward = stop < end && tokens_[stop].Is(";") && stop - i == 2;
        return (type ? "type " : forward ? "forward " : "variable ") + word;
    }

    size_t LastCode(size_t begin, size_t end) const
    {
        while (end > begin + 1 && IsComment(end - 1)) {
            end--;
        }
        return end - 1;
    }

    std::string LastWord(size_t begin, size_t end) const
    {
        for (size_t i = end; i > begin; i--) {
            const Token &token = tokens_[i - 1];
            if (token.kind == TokenKind::kWord && !token.directive &&
                IsNot(token.text, {"const", "struct", "union", "enum"})) {
                return token.text;
            }
        }
        return tokens_[begin].text;
    }

    const Tokens &tokens_;
    std::string_view text_;
    std::map<std::string, int> seen_;
    std::vector<Unit> units_;
};

}  // namespace

std::string_view Unit::ShortName() const
{
    std::string_view view = name;
    size_t blank = view.find(' ');
    return blank == view.npos ? view : view.substr(blank + 1);
}

std::vector<Unit> SplitUnits(const Tokens &tokens, std::string_view text)
{
    return Splitter(tokens, text).Split();
}

const Unit *FindUnit(const std::vector<Unit> &units, std::string_view name)
{
    auto found = std::find_if(
        units.begin(), units.end(),
        [&](const Unit &unit) { return unit.name == name; });
    return found == units.end() ? nullptr : &*found;
}

}  // namespace laio::port
