#include "tools/port/idioms.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "tools/port/aliases.h"
#include "tools/port/idiom_names.h"
#include "tools/port/lexer.h"
#include "tools/port/own_members.h"

namespace laio::port {
namespace {

// Tags that `text` never uses without `struct`, but as a macro's argument.
std::set<std::string> BareTags(const LexedText &text)
{
    std::set<std::string> tags;
    std::set<std::string> types;
    const Tokens &t = text.tokens;
    for (size_t i = 1; i + 1 < t.size(); i++) {
        if (t[i].kind != TokenKind::kWord) {
            continue;
        }
        bool tag = t[i - 1].Is("struct");
        bool argument = t[i + 1].Is(")") || t[i + 1].Is(",");
        if (tag) {
            tags.insert(t[i].text);
        } else if (!argument) {
            types.insert(t[i].text);
        }
    }
    for (const std::string &type : types) {
        tags.erase(type);
    }
    return tags;
}

class CWriter {
 public:
    CWriter(const std::string &text, const std::string &target)
        : text_(text), t_(text_.tokens)
    {
        LexedText c(target);
        tags_ = BareTags(c);
        std::set<std::string> words = WordsOf(c);
        for (const Name &name : kNames) {
            if (words.count(name.theirs) && !words.count(name.ours)) {
                names_[name.ours] = name.theirs;
            }
        }
    }

    std::string Write()
    {
        Emit(0, t_.size());
        out_ += text_.GapBefore(t_.size());
        return std::move(out_);
    }

 private:
    void Emit(size_t begin, size_t end)
    {
        while (begin < end) {
            begin = Step(begin);
        }
    }

    // Returns: the token behind what was read.
    size_t Step(size_t i)
    {
        if (t_[i].kind == TokenKind::kComment) {
            return t_[i].text == "//" ? LineComments(i) : Copy(i);
        }
        if (Is(i, {"static", "constexpr"}) || Is(i, {"inline", "constexpr"})) {
            return Constant(i);
        }
        if (t_[i].Is("auto")) {
            return Auto(i, i);
        }
        if (Is(i, {"const", "auto"})) {
            return Auto(i, i + 1);
        }
        if (t_[i].text.ends_with("_cast") && Is(i + 1, {"<"})) {
            out_ += text_.GapBefore(i);
            return Cast(i);
        }
        if (Is(i, {"std", "::", "min"}) || Is(i, {"std", "::", "max"})) {
            out_ += text_.GapBefore(i);
            out_ += t_[i + 2].Is("min") ? "MIN" : "MAX";
            return i + 3;
        }
        if (t_[i].Is("delete") && i + 2 < t_.size() && Is(i + 2, {";"})) {
            out_ += std::string(text_.GapBefore(i)) + "g_free(" +
                    t_[i + 1].text + ")";
            return i + 2;
        }
        return Copy(i);
    }

    bool Is(size_t i, std::initializer_list<const char *> words) const
    {
        for (const char *word : words) {
            if (i >= t_.size() || !t_[i++].Is(word)) {
                return false;
            }
        }
        return true;
    }

    size_t Copy(size_t i)
    {
        out_ += text_.GapBefore(i);
        bool type = i + 1 < t_.size() &&
                    (t_[i + 1].Is("*") ||
                     t_[i + 1].kind == TokenKind::kWord);
        bool tagged = i > 0 && t_[i - 1].Is("struct");
        auto name = names_.find(t_[i].text);
        if (t_[i].kind == TokenKind::kWord && type && !tagged &&
            tags_.count(name != names_.end() ? name->second : t_[i].text)) {
            out_ += "struct ";
        }
        bool code = t_[i].kind == TokenKind::kWord;
        out_ += !code                      ? t_[i].text
                : t_[i].Is("nullptr")      ? "NULL"
                : name != names_.end()     ? name->second
                                           : t_[i].text;
        return i + 1;
    }

    size_t LineEnd(size_t i) const
    {
        size_t end = i + 1;
        while (end < t_.size() && !text_.IsFirstOnLine(end)) {
            end++;
        }
        return end;
    }

    // Lines of `//`, one below the other, are one comment.
    size_t LineComments(size_t i)
    {
        std::vector<std::string> lines;
        bool own_line = text_.IsFirstOnLine(i);
        size_t end = i;
        do {
            size_t next = LineEnd(end);
            lines.emplace_back(text_.Raw(end + 1, next));
            end = next;
        } while (own_line && end < t_.size() && t_[end].text == "//" &&
                 std::count(text_.GapBefore(end).begin(),
                            text_.GapBefore(end).end(), '\n') == 1);
        out_ += text_.GapBefore(i);
        if (lines.size() == 1) {
            out_ += "/* " + lines[0] + " */";
            return end;
        }
        std::string indent(static_cast<size_t>(text_.IndentAt(i)), ' ');
        out_ += "/*";
        for (const std::string &line : lines) {
            out_ += "\n" + indent + " *" + (line.empty() ? "" : " ") + line;
        }
        out_ += "\n" + indent + " */";
        return end;
    }

    // static constexpr T NAME = VALUE; -> #define NAME VALUE
    size_t Constant(size_t i)
    {
        size_t is = i;
        while (is < t_.size() && !t_[is].Is("=") && !t_[is].Is(";") &&
               !t_[is].Is("(")) {
            is++;
        }
        size_t end = is;
        while (end < t_.size() && !t_[end].Is(";")) {
            end++;
        }
        if (end == t_.size() || !t_[is].Is("=") || text_.IndentAt(i) > 0) {
            return Copy(i);
        }
        out_ += std::string(text_.GapBefore(i)) + "#define " +
                t_[is - 1].text;
        Emit(is + 1, end);
        return end + 1;
    }

    // auto *X = static_cast<T *>(E) -> T *X = E, since C converts void *;
    // auto *X = reinterpret_cast<T *>(E) -> T *X = (T *)E;
    // auto *X = new T() -> T *X = g_new0(T, 1).
    size_t Auto(size_t first, size_t i)
    {
        bool pointer = Is(i + 1, {"*"}) && Is(i + 3, {"="});
        bool plain = Is(i + 4, {"static_cast", "<"});
        if (pointer && (plain || Is(i + 4, {"reinterpret_cast", "<"}))) {
            size_t close = Find(i + 5, ">");
            out_ += text_.GapBefore(first);
            out_ += i > first && !Is(i + 6, {"const"}) ? "const " : "";
            EmitType(i + 6, close);
            out_ += t_[i + 2].text + " = ";
            return plain ? Operand(close + 1, false) : Cast(i + 4);
        }
        if (pointer && Is(i + 4, {"new"}) && Is(i + 6, {"(", ")"})) {
            const std::string &type = t_[i + 5].text;
            out_ += std::string(text_.GapBefore(first)) + type + " *" +
                    t_[i + 2].text + " = g_new0(" + type + ", 1)";
            return i + 8;
        }
        return Copy(first);
    }

    size_t Cast(size_t i)
    {
        size_t close = Find(i + 1, ">");
        out_ += "(";
        EmitType(i + 2, close);
        out_ += ")";
        return Operand(close + 1, true);
    }

    // The type's tokens as they stand, without the gap before.
    void EmitType(size_t begin, size_t end)
    {
        std::string before = std::move(out_);
        out_.clear();
        Emit(begin, end);
        size_t first = out_.find_first_not_of(" \n\t");
        out_ = before + (first == out_.npos ? "" : out_.substr(first));
    }

    // `(E)` behind a cast; without its parentheses where it needs none.
    size_t Operand(size_t open, bool cast)
    {
        size_t close = open;
        int depth = 0;
        bool simple = true;
        for (; close < t_.size(); close++) {
            depth += Is(close, {"("}) - Is(close, {")"});
            if (depth == 0) {
                break;
            }
            bool part = t_[close].kind == TokenKind::kWord ||
                        Is(close, {"->"}) || Is(close, {"."}) ||
                        close == open;
            simple = simple && part;
        }
        bool bare = simple || !cast;
        out_ += bare ? "" : "(";
        EmitType(open + 1, close);
        out_ += bare ? "" : ")";
        return std::min(close + 1, t_.size());
    }

    size_t Find(size_t i, const char *mark) const
    {
        while (i < t_.size() && !t_[i].Is(mark)) {
            i++;
        }
        return i;
    }

    LexedText text_;
    const Tokens &t_;
    std::set<std::string> tags_;
    std::map<std::string, std::string> names_;
    std::string out_;
};

}  // namespace

std::string ToC(const std::string &text, const std::string &target)
{
    return ExpandAliases(CWriter(WithoutOwnFunctions(text), target).Write(),
                         target);
}

}  // namespace laio::port
