#include "tools/style/fixer.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "tools/style/built_on.h"
#include "tools/style/fix_guard.h"
#include "tools/style/rewrite.h"

namespace laio::style {
namespace {

using Diagnoses = std::vector<Diagnosis>;
using Batch = std::vector<const Diagnosis *>;

// Of fixes that bring to light what the next one mends.
constexpr int kMostRounds = 8;

// What a finding is about, wherever its line has moved.
std::string Identity(const Finding &finding)
{
    return finding.rule + '\n' + finding.file + '\n' + finding.message +
           '\n' + finding.source;
}

class Fixer {
 public:
    Fixer(PatchText patch, Mode mode, const StyleOptions &options,
          const std::vector<const Rule *> &rules, bool keep_tokens)
        : mode_(mode), options_(options), rules_(rules),
          set_(rules, options),
          keep_tokens_(keep_tokens)
    {
        result_.patch = std::move(patch);
        result_.before = Check(result_.patch);
        now_ = result_.before;
        if (HasAFileTwice(result_.patch)) {
            built_on_.AddEachDiff(result_.patch);
        }
    }

    Fixed Go()
    {
        for (bool changed = true; changed;) {
            changed = false;
            // What was refused may hold now that other lines have changed.
            refused_.clear();
            for (const Rule *rule : rules_) {
                if (rule->has_fix && !IsUnmended(rule->name)) {
                    changed = FixRule(*rule) || changed;
                }
            }
        }
        for (const Diagnosis &left : now_) {
            auto why = refused_.find(Identity(left.finding));
            if (why != refused_.end()) {
                Drop(left.finding, why->second);
            } else if (left.edit && IsBuiltOn(*left.edit, result_.patch)) {
                Drop(left.finding, "a later patch builds on the line");
            }
        }
        result_.token_rules.assign(token_rules_.begin(), token_rules_.end());
        result_.after = std::move(now_);
        return std::move(result_);
    }

 private:
    static bool HasAFileTwice(const PatchText &patch)
    {
        std::set<std::string_view> paths;
        return std::any_of(patch.files.begin(), patch.files.end(),
                           [&](const PatchFile &file) {
                               return !paths.insert(file.path).second;
                           });
    }

    void Drop(const Finding &finding, const std::string &why)
    {
        result_.dropped.push_back(
            {finding.file, finding.line, finding.rule, why});
    }

    // Whether a later patch, in this text or behind it, shows a line that the
    // edit changes.
    bool IsBuiltOn(const Edit &edit, const PatchText &patch) const
    {
        auto is_built_on = [&](const Edit::Change &change) {
            const PatchLine &line = patch.lines.at(change.line);
            if (line.file < 0 || !line.InPostImage()) {
                return false;
            }
            const std::string &path = patch.files[line.file].path;
            std::string_view text = line.raw.substr(!line.raw.empty());
            return built_on_.Has(path, text, line.file) ||
                   (options_.is_built_on && options_.is_built_on(path, text));
        };
        return std::any_of(edit.changes.begin(), edit.changes.end(),
                           is_built_on);
    }

    Diagnoses Check(const PatchText &patch) const
    {
        return RunRules(patch, mode_, set_);
    }

    bool IsUnmended(std::string_view rule) const
    {
        return std::count(options_.unmended.begin(), options_.unmended.end(),
                          rule) > 0;
    }

    static bool KeepsTokens(const Edit &edit)
    {
        return edit.inserted_tokens.empty() && edit.removed_tokens.empty();
    }

    bool MayApply(const Diagnosis &diagnosis, const PatchText &patch) const
    {
        return diagnosis.edit && !IsUnmended(diagnosis.finding.rule) &&
               (!keep_tokens_ || KeepsTokens(*diagnosis.edit)) &&
               !IsBuiltOn(*diagnosis.edit, patch);
    }

    // The rules of the batch whose fixes say that they change tokens only.
    void AddTokenRules(const Batch &batch, std::set<std::string> &names) const
    {
        for (const Diagnosis *diagnosis : batch) {
            const std::string &name = diagnosis->finding.rule;
            auto rule = std::find_if(
                rules_.begin(), rules_.end(),
                [&](const Rule *each) { return each->name == name; });
            if (!KeepsTokens(*diagnosis->edit) && !(*rule)->changes_object) {
                names.insert(name);
            }
        }
    }

    // Tries the fixes of one rule, those that share no line.
    // Returns:  whether one of them stayed.
    bool FixRule(const Rule &rule)
    {
        Diagnoses found = now_;
        went_on_ = false;
        auto wanted = [&](const Diagnosis &diagnosis) {
            return diagnosis.finding.rule == rule.name &&
                   !refused_.count(Identity(diagnosis.finding));
        };
        return TryAll(Choose(found, result_.patch, wanted));
    }

    // Those that have an edit and are wanted, but for those that share a line
    // with one before them.
    template <typename Wanted>
    Batch Choose(const Diagnoses &found, const PatchText &patch,
                 const Wanted &wanted) const
    {
        Batch batch;
        std::set<size_t> taken;
        for (const Diagnosis &diagnosis : found) {
            if (!MayApply(diagnosis, patch) || !wanted(diagnosis)) {
                continue;
            }
            bool overlaps = false;
            for (const Edit::Change &change : diagnosis.edit->changes) {
                overlaps = overlaps || taken.count(change.line) > 0;
            }
            if (!overlaps) {
                for (const Edit::Change &change : diagnosis.edit->changes) {
                    taken.insert(change.line);
                }
                batch.push_back(&diagnosis);
            }
        }
        return batch;
    }

    // Applies all of the batch or, when that fails, each half of it. Works
    // from the back, so that what is left to do keeps its line numbers.
    bool TryAll(const Batch &batch)
    {
        if (batch.empty() || Try(batch)) {
            return !batch.empty();
        }
        if (batch.size() == 1) {
            refused_[Identity(batch[0]->finding)] = why_;
            return false;
        }
        auto middle = batch.begin() + batch.size() / 2;
        bool back = TryAll(Batch(middle, batch.end()));
        if (went_on_) {
            return true;  // line numbers may be stale: another pass will come
        }
        bool front = TryAll(Batch(batch.begin(), middle));
        return back || front;
    }

    // Applies the batch if it may stay; else why_ says why not. Findings that
    // come to light by it are mended in the same go.
    bool Try(const Batch &batch)
    {
        PatchText candidate = result_.patch;
        Diagnoses after;
        Batch next = batch;
        int applied = 0;
        int rounds = 0;
        size_t fewest = SIZE_MAX;
        std::set<std::string> token_rules;
        for (; rounds < kMostRounds && !next.empty(); ++rounds) {
            std::optional<PatchText> changed = Apply(candidate, next);
            if (!changed) {
                return false;
            }
            applied += static_cast<int>(next.size());
            AddTokenRules(next, token_rules);
            candidate = std::move(*changed);
            after = Check(candidate);
            next = NewlyFound(after, candidate);
            if (next.size() >= fewest) {
                break;  // this leads nowhere
            }
            fewest = next.size();
        }
        std::string grew = RuleThatGrew(now_, after);
        if (!grew.empty()) {
            why_ = "it would bring a finding of " + grew;
            return false;
        }
        if (after.size() >= now_.size()) {
            why_ = "it would leave the finding";
            return false;
        }
        result_.patch = std::move(candidate);
        result_.applied += applied;
        token_rules_.insert(token_rules.begin(), token_rules.end());
        went_on_ = went_on_ || rounds > 1;
        now_ = std::move(after);
        return true;
    }

    // What has an edit and belongs to a rule that found more than now_.
    Batch NewlyFound(const Diagnoses &after, const PatchText &patch) const
    {
        std::string grew = RuleThatGrew(now_, after);
        std::set<std::string> known;
        for (const Diagnosis &diagnosis : now_) {
            known.insert(Identity(diagnosis.finding));
        }
        return Choose(after, patch, [&](const Diagnosis &diagnosis) {
            return diagnosis.finding.rule == grew &&
                   !known.count(Identity(diagnosis.finding));
        });
    }

    // The patch with the edits of the batch.
    // Returns:  nothing, and why_, when the program would change.
    std::optional<PatchText> Apply(const PatchText &patch,
                                   const Batch &batch)
    {
        std::vector<const Edit *> edits;
        for (const Diagnosis *diagnosis : batch) {
            edits.push_back(&*diagnosis->edit);
        }
        PatchText candidate = ApplyEdits(patch, edits);
        if (!KeepsProgram(patch, candidate, edits)) {
            why_ = "it would change C tokens or the words of a comment";
            return std::nullopt;
        }
        return candidate;
    }

    Mode mode_;
    const StyleOptions &options_;
    const std::vector<const Rule *> &rules_;
    RuleSet set_;
    bool keep_tokens_;
    Diagnoses now_;
    std::map<std::string, std::string> refused_;  // identity, why
    std::string why_;
    std::set<std::string> token_rules_;
    BuiltOn built_on_;  // of diffs in this text
    bool went_on_ = false;  // a fix of this pass brought on another one
    Fixed result_;
};

}  // namespace

Fixed FixAll(PatchText patch, Mode mode, const StyleOptions &options,
             const std::vector<const Rule *> &rules, bool keep_tokens)
{
    return Fixer(std::move(patch), mode, options, rules, keep_tokens).Go();
}

}  // namespace laio::style
