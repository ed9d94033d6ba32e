#include "tools/style/engine.h"

#include <algorithm>

#include "tools/style/chars.h"

namespace laio::style {
namespace {

// Whether the code read so far ended a statement, so that the next line starts
// one. Directives, comments and blank lines change nothing.
class StatementEnds {
 public:
    bool AtEnd() const { return at_end_; }

    void Read(std::string_view code)
    {
        std::string visible(code.substr(std::min<size_t>(1, code.size())));
        std::replace(visible.begin(), visible.end(), kCommentByte, ' ');
        std::string_view text = Trim(visible);
        if (text.empty()) {
            return;
        }
        if (in_directive_ || text[0] == '#') {
            in_directive_ = text.back() == '\\';
            return;
        }
        at_end_ = std::string_view(";{}:").find(text.back()) != text.npos ||
                  (text.back() == ')' && StartsWithCondition(text));
    }

 private:
    static bool StartsWithCondition(std::string_view text)
    {
        for (std::string_view word : {"if", "for", "while"}) {
            size_t end = SkipSpace(text, word.size());
            if (StartsWith(text, word) && end < text.size() &&
                text[end] == '(') {
                return true;
            }
        }
        return false;
    }

    bool at_end_ = true;
    bool in_directive_ = false;
};

// The masked statement that starts with `line` up to its first brace, later
// markers blanked.
std::string StatementAt(const HunkView &hunk, size_t line)
{
    size_t begin = hunk.text.LineStart(line);
    Statement statement = hunk.statements.Scan(begin);
    constexpr size_t kLongest = 4096;  // declarations are never longer
    size_t end = std::min(statement.end, begin + kLongest);
    std::string_view code = hunk.Text(begin, end);
    std::string text(code.substr(0, code.find('{')));
    for (size_t pos = text.find('\n'); pos != text.npos;
         pos = text.find('\n', pos + 1)) {
        if (pos + 1 < text.size()) {
            text[pos + 1] = ' ';
        }
    }
    return text;
}

class Run {
 public:
    Run(const PatchText &patch, Mode mode, const StyleOptions &options,
        const std::vector<const Rule *> &rules)
        : patch_(patch), mode_(mode)
    {
        for (const Rule *rule : rules) {
            bool wanted = options.rules.empty() ||
                          std::count(options.rules.begin(),
                                     options.rules.end(), rule->name) > 0;
            wanted = wanted && (options.require_signoff ||
                                !rule->asks_for_signoff);
            if (wanted && rule->since <= options.qemu_version &&
                options.qemu_version < rule->until) {
                rules_.push_back(rule);
            }
        }
        check_patch_ = mode == Mode::kPatch;
    }

    std::vector<Diagnosis> Go()
    {
        for (const Hunk &hunk : patch_.hunks) {
            CheckHunk(hunk);
        }
        std::stable_sort(found_.begin(), found_.end(),
                         [](const Ordered &a, const Ordered &b) {
                             return a.key < b.key;
                         });
        CheckPatch();
        std::vector<Diagnosis> result;
        for (Ordered &found : found_) {
            result.push_back(std::move(found.diagnosis));
        }
        return result;
    }

 private:
    struct Ordered {
        std::pair<int, size_t> key;  // line of the patch, place of the rule
        Diagnosis diagnosis;
    };

    Report ReportFor(size_t place)
    {
        return Report([this, place](const HunkView *hunk, size_t line,
                                    size_t column, std::string message,
                                    std::optional<Edit> edit) {
            Diagnosis diagnosis = Locate(hunk, line, column);
            diagnosis.finding.level = rules_[place]->level;
            diagnosis.finding.rule = rules_[place]->name;
            diagnosis.finding.message = std::move(message);
            if (edit && hunk) {
                diagnosis.edit = Translate(*hunk, std::move(*edit));
            }
            diagnosis.finding.fixable = diagnosis.edit.has_value();
            int at = diagnosis.finding.patch_line;
            found_.push_back({{at, place}, std::move(diagnosis)});
        });
    }

    Diagnosis Locate(const HunkView *hunk, size_t line, size_t column)
    {
        int before = mode_ == Mode::kFile ? kFileHeaderLines : 0;
        Diagnosis diagnosis;
        Finding &finding = diagnosis.finding;
        if (!hunk) {
            finding.patch_line = static_cast<int>(patch_.lines.size());
            return diagnosis;
        }
        size_t index = hunk->patch_index[line];
        finding.file = hunk->path;
        finding.line = patch_.lines[index].new_line;
        finding.patch_line = static_cast<int>(index) + 1 - before;
        finding.source = patch_.lines[index].raw;
        finding.column = static_cast<int>(column);
        return diagnosis;
    }

    // Returns: nothing when the edit touches a line the patch did not add.
    std::optional<Edit> Translate(const HunkView &hunk, Edit edit)
    {
        for (Edit::Change &change : edit.changes) {
            if (!hunk.added(change.line)) {
                return std::nullopt;
            }
            change.line = hunk.patch_index[change.line];
        }
        return edit;
    }

    void CheckHunk(const Hunk &place)
    {
        HunkView hunk(patch_, place);
        Gate passed = GateOf(hunk.path);
        if (passed == Gate::kPatch) {
            return;
        }
        for (size_t i = 0; i < rules_.size(); ++i) {
            if (rules_[i]->check_hunk && rules_[i]->gate <= passed) {
                rules_[i]->check_hunk(hunk, ReportFor(i));
            }
        }
        StatementEnds ends;
        for (size_t line = 0; line < hunk.size(); ++line) {
            std::string_view code = hunk.code[line];
            if (passed == Gate::kC && Trim(code).size() > 0) {
                types_.Learn(StatementAt(hunk, line), ends.AtEnd());
                ends.Read(code);
            }
            CheckLine(hunk, line, passed);
        }
    }

    void CheckLine(const HunkView &hunk, size_t line, Gate passed)
    {
        LineView view{hunk,
                      line,
                      hunk.raw[line],
                      hunk.code[line],
                      line ? hunk.raw[line - 1] : std::string_view(),
                      line ? hunk.code[line - 1] : std::string_view(),
                      hunk.added(line),
                      types_};
        for (size_t i = 0; i < rules_.size(); ++i) {
            if (rules_[i]->check_line && rules_[i]->gate <= passed) {
                rules_[i]->check_line(view, ReportFor(i));
            }
        }
    }

    void CheckPatch()
    {
        for (size_t i = 0; check_patch_ && i < rules_.size(); ++i) {
            if (rules_[i]->check_patch) {
                rules_[i]->check_patch(patch_, ReportFor(i));
            }
        }
    }

    const PatchText &patch_;
    Mode mode_;
    bool check_patch_ = false;
    std::vector<const Rule *> rules_;
    TypeNames types_;
    std::vector<Ordered> found_;
};

}  // namespace

std::vector<Diagnosis> RunRules(const PatchText &patch, Mode mode,
                                const StyleOptions &options,
                                const std::vector<const Rule *> &rules)
{
    return Run(patch, mode, options, rules).Go();
}

}  // namespace laio::style
