#include "tools/style/engine.h"

#include <algorithm>
#include <tuple>

#include "tools/style/annotate.h"
#include "tools/style/chars.h"
#include "tools/style/learn.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

std::vector<const Rule *> Wanted(const std::vector<const Rule *> &rules,
                                 const StyleOptions &options)
{
    std::vector<const Rule *> wanted;
    for (const Rule *rule : rules) {
        bool named = options.rules.empty() ||
                     std::count(options.rules.begin(), options.rules.end(),
                                rule->name) > 0;
        bool signoff = options.require_signoff || !rule->asks_for_signoff;
        if (named && signoff && Exists(*rule, options.qemu_version)) {
            wanted.push_back(rule);
        }
    }
    return wanted;
}

// Puts rules of the past in place of those of now.
//
// Returns: what the new pointers point at.
std::forward_list<Rule> TakeBack(std::vector<const Rule *> &rules,
                                 int qemu_version)
{
    std::forward_list<Rule> past;
    for (const Rule *&rule : rules) {
        if (!IsAsNow(*rule, qemu_version)) {
            rule = &past.emplace_front(RuleAt(*rule, qemu_version));
        }
    }
    return past;
}

class Run {
 public:
    Run(const PatchText &patch, Mode mode, TypeNames &types,
        const RuleSet &set)
        : patch_(patch), mode_(mode), qemu_version_(set.qemu_version),
          rules_(set.rules), line_rules_(set.line_rules), types_(types)
    {
        reports_.reserve(rules_.size());
        for (size_t place = 0; place < rules_.size(); ++place) {
            reports_.push_back(ReportFor(place));
        }
    }

    std::vector<Diagnosis> Go()
    {
        for (const Hunk &hunk : patch_.hunks) {
            CheckHunk(hunk);
        }
        CheckPatch();
        std::stable_sort(found_.begin(), found_.end(),
                         [](const Ordered &a, const Ordered &b) {
                             return a.key < b.key;
                         });
        std::vector<Diagnosis> result;
        for (Ordered &found : found_) {
            result.push_back(std::move(found.diagnosis));
        }
        return result;
    }

 private:
    struct Ordered {
        // Line of the patch, place of the rule, and for rules that share a
        // place the column.
        std::tuple<int, size_t, int> key;
        Diagnosis diagnosis;
    };

    Report ReportFor(size_t place)
    {
        return Report([this, place](const HunkView *hunk, size_t line,
                                    size_t column, std::string message,
                                    std::optional<Edit> edit) {
            Diagnosis diagnosis = Locate(hunk, line, column);
            const Rule &rule = *rules_[place];
            diagnosis.finding.level = rule.level;
            diagnosis.finding.rule = rule.name;
            diagnosis.finding.message =
                rule.message ? rule.message : std::move(message);
            diagnosis.edit = edit && hunk
                                 ? Translate(*hunk, std::move(*edit))
                                 : std::move(edit);
            diagnosis.finding.fixable = diagnosis.edit.has_value();
            Keep(place, !hunk && line == 0, std::move(diagnosis));
        });
    }

    void Keep(size_t place, bool is_last, Diagnosis diagnosis)
    {
        const Finding &finding = diagnosis.finding;
        int line = is_last ? finding.patch_line + 1 : finding.patch_line;
        std::tuple<int, size_t, int> key{line, place, 0};
        if (rules_[place]->by_column) {
            while (std::get<1>(key) > 0 &&
                   rules_[std::get<1>(key) - 1]->by_column) {
                --std::get<1>(key);
            }
            std::get<2>(key) = finding.column;
        }
        found_.push_back({key, std::move(diagnosis)});
    }

    Diagnosis Locate(const HunkView *hunk, size_t line, size_t column)
    {
        int before = mode_ == Mode::kFile ? kFileHeaderLines : 0;
        Diagnosis diagnosis;
        Finding &finding = diagnosis.finding;
        if (!hunk && line == 0) {
            finding.patch_line = static_cast<int>(patch_.lines.size());
            return diagnosis;
        }
        size_t index = hunk ? hunk->patch_index[line] : line - 1;
        const PatchLine &place = patch_.lines[index];
        if (hunk || place.InPostImage()) {
            finding.file = place.file < 0 ? ""
                                          : patch_.files[place.file].path;
            finding.line = place.new_line;
        }
        finding.patch_line = static_cast<int>(index) + 1 - before;
        finding.source = place.raw;
        finding.column = static_cast<int>(column);
        return diagnosis;
    }

    // Whether an old line stays as it is and gets new ones behind it.
    static bool OnlyAddsBehind(const HunkView &hunk,
                               const Edit::Change &change)
    {
        return !change.with.empty() &&
               change.with.front() == hunk.raw[change.line] &&
               std::all_of(change.with.begin() + 1, change.with.end(),
                           [](const std::string &line) {
                               return StartsWith(line, "+");
                           });
    }

    // Returns: nothing when the edit changes nothing, or a line that the patch
    // did not add.
    std::optional<Edit> Translate(const HunkView &hunk, Edit edit)
    {
        if (edit.changes.empty()) {
            return std::nullopt;
        }
        for (Edit::Change &change : edit.changes) {
            if (!hunk.added(change.line) && !OnlyAddsBehind(hunk, change)) {
                return std::nullopt;
            }
            change.line = hunk.patch_index[change.line];
        }
        return edit;
    }

    void CheckHunk(const Hunk &place)
    {
        if (place.file != file_) {
            file_ = place.file;
            last_raw_.clear();
            last_code_.clear();
        }
        HunkView hunk(patch_, place);
        Gate passed = GateOf(hunk.path, qemu_version_);
        if (passed == Gate::kPatch || hunk.size() == 0) {
            return;
        }
        if (passed == Gate::kC) {
            CheckCode(hunk);
        } else {
            for (size_t line = 0; line < hunk.size(); ++line) {
                CheckLine(hunk, line, passed, hunk.code[line], {});
            }
        }
        for (size_t i = 0; i < rules_.size(); ++i) {
            if (rules_[i]->check_hunk && rules_[i]->gate <= passed) {
                rules_[i]->check_hunk(hunk, reports_[i]);
            }
        }
        last_raw_ = hunk.raw.back();
        last_code_ = hunk.code.back();
    }

    // C: what is learnt from a line counts from that line on.
    void CheckCode(const HunkView &hunk)
    {
        Annotator annotator;
        TypeLearner learner;
        std::vector<Operator> operators;
        for (size_t line = 0; line < hunk.size(); ++line) {
            std::string_view code = hunk.code[line];
            if (SkipSpace(code, 1) < code.size()) {
                Statement statement = hunk.StatementAt(line);
                learner.Read(hunk.blank, statement.begin, statement.end,
                             annotator.AtStatementStart(), types_);
            }
            const LineValues &values = annotator.Read(code, types_);
            std::string_view bare = code.substr(0, code.find("//"));
            operators.clear();
            if (hunk.added(line) && !IsInclude(bare)) {
                ReadOperators(bare, values, hunk.path, operators);
            }
            CheckLine(hunk, line, Gate::kC, bare, operators);
        }
    }

    // Since 9.2 that is #import, too (3fbb78cfdc).
    bool IsInclude(std::string_view bare) const
    {
        return HasHash(bare, "include") ||
               (qemu_version_ >= 90200 && HasHash(bare, "import"));
    }

    void CheckLine(const HunkView &hunk, size_t line, Gate passed,
                   std::string_view bare,
                   const std::vector<Operator> &operators)
    {
        LineView view{hunk,
                      line,
                      hunk.raw[line],
                      hunk.code[line],
                      bare,
                      line ? hunk.raw[line - 1] : last_raw_,
                      line ? hunk.code[line - 1] : last_code_,
                      hunk.added(line),
                      types_,
                      operators};
        line_rules_.Check(view, passed, reports_);
    }

    void CheckPatch()
    {
        PatchView view(patch_);
        for (size_t i = 0; i < rules_.size(); ++i) {
            if (rules_[i]->check_patch &&
                (mode_ == Mode::kPatch || rules_[i]->reads_files)) {
                rules_[i]->check_patch(view, reports_[i]);
            }
        }
    }

    const PatchText &patch_;
    Mode mode_;
    const int qemu_version_;
    const std::vector<const Rule *> &rules_;
    const LineRules &line_rules_;
    std::vector<Report> reports_;
    TypeNames &types_;
    int file_ = -1;
    std::string last_raw_, last_code_;  // of the hunk before in this file
    std::vector<Ordered> found_;
};

}  // namespace

RuleSet::RuleSet(const std::vector<const Rule *> &all,
                 const StyleOptions &options)
    : qemu_version(options.qemu_version),
      rules(Wanted(all, options)),
      past(TakeBack(rules, qemu_version)),
      line_rules(rules)
{
}

std::vector<Diagnosis> RunRules(const PatchText &patch, Mode mode,
                                const RuleSet &set, TypeNames *types)
{
    TypeNames own(set.qemu_version);
    return Run(patch, mode, types ? *types : own, set).Go();
}

}  // namespace laio::style
