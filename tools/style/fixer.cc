#include "tools/style/fixer.h"

#include <map>
#include <set>
#include <string>

#include "tools/style/rewrite.h"
#include "tools/style/tokens.h"

namespace laio::style {
namespace {

using Diagnoses = std::vector<Diagnosis>;
using Batch = std::vector<const Diagnosis *>;

// Of fixes that bring to light what the next one mends.
constexpr int kMostRounds = 8;

Tokens HunkTokens(const PatchText &patch, const Hunk &hunk)
{
    std::vector<std::string_view> raw, text;
    for (size_t i = hunk.begin; i < hunk.end; ++i) {
        if (patch.lines[i].InPostImage()) {
            std::string_view line = patch.lines[i].raw;
            raw.push_back(line);
            text.push_back(line.substr(line.empty() ? 0 : 1));
        }
    }
    return Tokenize(text, StartsInComment(raw));
}

// What a finding is about, wherever its line has moved.
std::string Identity(const Finding &finding)
{
    return finding.rule + '\n' + finding.file + '\n' + finding.message +
           '\n' + finding.source;
}

std::map<std::pair<std::string, std::string>, int> CountByRule(
    const Diagnoses &diagnoses)
{
    std::map<std::pair<std::string, std::string>, int> counts;
    for (const Diagnosis &diagnosis : diagnoses) {
        ++counts[{diagnosis.finding.file, diagnosis.finding.rule}];
    }
    return counts;
}

// The rule that found more than before, or "".
std::string RuleThatGrew(const Diagnoses &before, const Diagnoses &after)
{
    auto counts = CountByRule(before);
    for (const auto &[key, count] : CountByRule(after)) {
        if (count > counts[key]) {
            return key.second;
        }
    }
    return "";
}

class Fixer {
 public:
    Fixer(PatchText patch, Mode mode, const StyleOptions &options,
          const std::vector<const Rule *> &rules, bool keep_tokens)
        : mode_(mode), options_(options), rules_(rules),
          keep_tokens_(keep_tokens)
    {
        result_.patch = std::move(patch);
        result_.before = Check(result_.patch);
        now_ = result_.before;
    }

    Fixed Go()
    {
        for (bool changed = true; changed;) {
            changed = false;
            // What was refused may hold now that other lines have changed.
            refused_.clear();
            for (const Rule *rule : rules_) {
                if (rule->has_fix) {
                    changed = FixRule(*rule) || changed;
                }
            }
        }
        for (const Diagnosis &left : now_) {
            auto why = refused_.find(Identity(left.finding));
            if (why != refused_.end()) {
                result_.dropped.push_back({left.finding.file,
                                           left.finding.line,
                                           left.finding.rule, why->second});
            }
        }
        result_.after = std::move(now_);
        return std::move(result_);
    }

 private:
    Diagnoses Check(const PatchText &patch) const
    {
        return RunRules(patch, mode_, options_, rules_);
    }

    bool MayApply(const Diagnosis &diagnosis) const
    {
        const std::optional<Edit> &edit = diagnosis.edit;
        return edit && (!keep_tokens_ ||
                        (edit->inserted_tokens.empty() &&
                         edit->removed_tokens.empty()));
    }

    // Tries the fixes of one rule, those that share no line.
    // Returns:  whether one of them stayed.
    bool FixRule(const Rule &rule)
    {
        Diagnoses found = now_;
        went_on_ = false;
        Batch batch;
        std::set<size_t> taken;
        for (const Diagnosis &diagnosis : found) {
            if (diagnosis.finding.rule != rule.name ||
                !MayApply(diagnosis) ||
                refused_.count(Identity(diagnosis.finding))) {
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
        return TryAll(batch);
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
        for (; rounds < kMostRounds && !next.empty(); ++rounds) {
            std::optional<PatchText> changed = Apply(candidate, next);
            if (!changed) {
                return false;
            }
            applied += static_cast<int>(next.size());
            candidate = std::move(*changed);
            after = Check(candidate);
            next = NewlyFound(after);
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
        went_on_ = went_on_ || rounds > 1;
        now_ = std::move(after);
        return true;
    }

    // What has an edit and belongs to a rule that found more than now_.
    Batch NewlyFound(const Diagnoses &after) const
    {
        std::string grew = RuleThatGrew(now_, after);
        std::set<std::string> known;
        for (const Diagnosis &diagnosis : now_) {
            known.insert(Identity(diagnosis.finding));
        }
        Batch found;
        for (const Diagnosis &diagnosis : after) {
            if (diagnosis.finding.rule == grew && MayApply(diagnosis) &&
                !known.count(Identity(diagnosis.finding))) {
                found.push_back(&diagnosis);
                break;  // one at a time: none can overlap
            }
        }
        return found;
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

    static bool KeepsProgram(const PatchText &patch,
                             const PatchText &candidate,
                             const std::vector<const Edit *> &edits)
    {
        if (candidate.hunks.size() != patch.hunks.size()) {
            return false;
        }
        std::map<int, std::vector<const Edit *>> by_hunk;
        for (const Edit *edit : edits) {
            size_t line = edit->changes.front().line;
            by_hunk[patch.lines[line].hunk].push_back(edit);
        }
        by_hunk.erase(-1);  // headers are no program
        for (const auto &[hunk, hunk_edits] : by_hunk) {
            std::vector<std::string> inserted, removed;
            for (const Edit *edit : hunk_edits) {
                inserted.insert(inserted.end(),
                                edit->inserted_tokens.begin(),
                                edit->inserted_tokens.end());
                removed.insert(removed.end(), edit->removed_tokens.begin(),
                               edit->removed_tokens.end());
            }
            if (!SameProgram(HunkTokens(patch, patch.hunks[hunk]),
                             HunkTokens(candidate, candidate.hunks[hunk]),
                             std::move(inserted), std::move(removed))) {
                return false;
            }
        }
        return true;
    }

    Mode mode_;
    const StyleOptions &options_;
    const std::vector<const Rule *> &rules_;
    bool keep_tokens_;
    Diagnoses now_;
    std::map<std::string, std::string> refused_;  // identity, why
    std::string why_;
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
