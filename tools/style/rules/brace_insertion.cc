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
        for (size_t i = 0; i < arms.size(); ++i) {
            const Statement *next = i + 1 < arms.size() ? &arms[i + 1]
                                                        : nullptr;
            if (!HasBraces(arms[i]) && !Enclose(arms[i], next)) {
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

    // Adds the closing brace: before the next arm's else or below the body.
    bool Close(size_t body_line, const Statement *next)
    {
        if (!next) {
            Line(body_line).push_back("+" + indent_ + "}");
            return true;
        }
        size_t line = body_line + 1;
        std::string_view raw = hunk_.raw[line];
        size_t start = SkipSpace(raw, 1);
        if (!hunk_.added(line) || !StartsWith(raw.substr(start), "else")) {
            return false;
        }
        Line(line).front().insert(start, "} ");
        return true;
    }

    bool Enclose(const Statement &arm, const Statement *next)
    {
        if (arm.at_hunk_end || arm.end <= arm.condition_end + 1 ||
            hunk_.text.text()[arm.end - 1] != ';') {
            return false;
        }
        size_t head = LineOf(arm.condition_end - 1);
        size_t body = LineOf(arm.end - 1);
        if (body != head + 1 || !hunk_.added(body) || !EndsLine(arm.end) ||
            Trim(hunk_.code[body].substr(1)) == ";") {
            return false;
        }
        edit_.inserted_tokens.insert(edit_.inserted_tokens.end(),
                                     {"{", "}"});
        return Open(head, arm.condition_end) && Close(body, next);
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
