#include "tools/style/rules/brace_insertion.h"

#include <map>

#include "tools/style/chars.h"

namespace laio::style {
namespace {

class BraceInserter {
 public:
    explicit BraceInserter(const HunkView &hunk) : hunk_(hunk) {}

    std::optional<Edit> Insert(const std::vector<Statement> &arms)
    {
        indent_ = Indent(LineOf(arms.front().begin));
        for (const Statement &arm : arms) {
            if (!HasBraces(arm) && !Enclose(arm)) {
                return std::nullopt;
            }
        }
        for (auto &[line, with] : lines_) {
            edit_.changes.push_back({line, std::move(with)});
        }
        return std::move(edit_);
    }

 private:
    size_t LineOf(size_t pos) const { return hunk_.text.LineOf(pos); }

    std::string Indent(size_t line) const
    {
        std::string_view raw = hunk_.raw[line];
        return std::string(raw.substr(1, SkipSpace(raw, 1) - 1));
    }

    bool HasBraces(const Statement &arm) const
    {
        std::string body = WithoutMarkers(
            hunk_.Text(arm.condition_end, arm.end));
        return StartsWith(Trim(body), "{");
    }

    // What the line becomes; as it is at first.
    std::vector<std::string> &Line(size_t line)
    {
        auto [it, is_new] = lines_.try_emplace(line);
        if (is_new) {
            it->second.emplace_back(hunk_.raw[line]);
        }
        return it->second;
    }

    // Whether nothing but blanks and a finished comment lies behind `pos`.
    bool EndsLine(size_t pos) const
    {
        size_t line = LineOf(pos);
        size_t column = pos - hunk_.text.LineStart(line);
        for (char c : hunk_.code[line].substr(column)) {
            if (!IsSpace(c) && c != kCommentByte) {
                return false;
            }
        }
        std::string_view rest = Trim(hunk_.raw[line].substr(column));
        return rest.empty() || EndsWith(rest, "*/");
    }

    // Adds the opening brace behind the condition.
    bool Open(size_t line, size_t condition_end)
    {
        size_t column = condition_end - hunk_.text.LineStart(line);
        std::string_view rest = hunk_.raw[line].substr(column);
        if (!hunk_.added(line) || !Trim(rest).empty()) {
            return false;
        }
        std::string &text = Line(line).back();
        text = std::string(TrimRight(text)) + " {";
        return true;
    }

    bool StartsWithElse(size_t line) const
    {
        std::string_view code = hunk_.code[line];
        return FindWord(code, "else") == SkipSpace(code, 1);
    }

    // Blanks and comments only.
    static bool IsEmpty(std::string_view code)
    {
        for (char c : code.substr(1)) {
            if (!IsSpace(c) && c != kCommentByte) {
                return false;
            }
        }
        return true;
    }

    // Adds the closing brace: before the else right below, or on a line of
    // its own. An else further down cannot be joined.
    bool Close(size_t body_line)
    {
        size_t line = body_line + 1;
        while (line < hunk_.size() && IsEmpty(hunk_.code[line])) {
            ++line;
        }
        if (line == hunk_.size() || !StartsWithElse(line)) {
            Line(body_line).push_back("+" + indent_ + "}");
            return true;
        }
        if (line != body_line + 1 || !hunk_.added(line)) {
            return false;
        }
        Line(line).front().insert(SkipSpace(hunk_.raw[line], 1), "} ");
        return true;
    }

    bool Enclose(const Statement &arm)
    {
        if (arm.at_hunk_end || arm.end <= arm.condition_end + 1 ||
            hunk_.text.text()[arm.end - 1] != ';') {
            return false;
        }
        size_t head = LineOf(arm.condition_end - 1);
        size_t body = LineOf(arm.end - 1);
        if (body != head + 1 || !EndsLine(arm.end) ||
            Trim(hunk_.code[body].substr(1)) == ";") {
            return false;
        }
        edit_.inserted_tokens.insert(edit_.inserted_tokens.end(),
                                     {"{", "}"});
        return Open(head, arm.condition_end) && Close(body);
    }

    const HunkView &hunk_;
    std::string indent_;
    std::map<size_t, std::vector<std::string>> lines_;
    Edit edit_;
};

}  // namespace

std::optional<Edit> InsertBraces(const HunkView &hunk,
                                 const std::vector<Statement> &arms)
{
    return BraceInserter(hunk).Insert(arms);
}

}  // namespace laio::style
