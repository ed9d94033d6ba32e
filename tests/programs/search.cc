#include "tests/programs/search.h"

#include <algorithm>

#include "tests/programs/shrink.h"

namespace laio {

namespace {

using std::chrono::steady_clock;

constexpr int kMostTries = 400;

// One for all that act alike.
VerbKind LikeOf(VerbKind kind)
{
    switch (kind) {
    case VerbKind::kWrite:
    case VerbKind::kCoRead:
    case VerbKind::kCoWrite:
        return VerbKind::kRead;
    case VerbKind::kPut:
        return VerbKind::kComplete;
    case VerbKind::kBlock:
    case VerbKind::kUntil:
    case VerbKind::kGlib:
        return VerbKind::kPoll;
    default:
        return kind;
    }
}

constexpr int kOutcomeFeatures = 100;
constexpr int kRingFeatures = 200;
constexpr int kNests = 300;

void AddFeatures(const std::vector<Verb> &verbs, std::set<int> *features)
{
    for (const Verb &verb : verbs) {
        features->insert(static_cast<int>(LikeOf(verb.kind)));
        if (verb.kind == VerbKind::kChain) {
            features->insert(static_cast<int>(VerbKind::kRead));
        }
        if (verb.outcome != Outcome::kFull) {
            features->insert(kOutcomeFeatures +
                             static_cast<int>(verb.outcome));
        }
        if (!verb.then.empty()) {
            features->insert(kNests);
        }
        AddFeatures(verb.then, features);
    }
}

class RandomPrograms : public ProgramSource {
 public:
    RandomPrograms(const Alphabet &alphabet, const SearchOptions &options)
        : alphabet_(alphabet),
          options_(options),
          end_(steady_clock::now() + options.time)
    {
    }

    uint64_t Label() const override { return options_.seed + given_ - 1; }

    bool Next(Program *program) override
    {
        do {
            if (options_.time.count() ? steady_clock::now() >= end_
                                      : given_ >= options_.programs) {
                return false;
            }
            *program = RandomProgram(options_.seed + given_, alphabet_);
            given_++;
        } while (IsKnown(*program));
        return true;
    }

 private:
    bool IsKnown(const Program &program) const
    {
        if (options_.known.empty()) {
            return false;
        }
        std::set<int> features = FeaturesOf(program);
        return std::any_of(options_.known.begin(), options_.known.end(),
                           [&features](const std::set<int> &known) {
                               return std::includes(
                                   features.begin(), features.end(),
                                   known.begin(), known.end());
                           });
    }

    const Alphabet &alphabet_;
    const SearchOptions &options_;
    const steady_clock::time_point end_;
    long given_ = 0;
};

}  // namespace

std::set<int> FeaturesOf(const Program &program)
{
    std::set<int> features;
    if (program.ring != RingKind::kKnown) {
        features.insert(kRingFeatures + static_cast<int>(program.ring));
    }
    AddFeatures(program.verbs, &features);
    return features;
}

SearchResult Search(const SubjectFile &subject, const Alphabet &alphabet,
                    const SearchOptions &options)
{
    RandomPrograms source(alphabet, options);
    BatchResult batch = PlayBatch(subject, &source);
    SearchResult result;
    result.programs = batch.programs;
    result.steps = batch.steps;
    result.seed = batch.label;
    result.finding = std::move(batch.finding);
    return result;
}

Finding ShortestOf(const SubjectFile &subject, const Finding &finding)
{
    const std::string kind = KindOfFailure(finding.result);
    ScenarioResult alone = PlayAlone(subject, finding.program);
    if (KindOfFailure(alone) != kind) {
        Finding same = finding;
        same.result.detail += " (only after other programs)";
        return same;
    }
    Finding best = {finding.program, alone};
    best.program = Shrink(
        finding.program,
        [&](const Program &program) {
            ScenarioResult result = PlayAlone(subject, program);
            bool fails = KindOfFailure(result) == kind;
            if (fails) {
                best.result = std::move(result);
            }
            return fails;
        },
        kMostTries);
    return best;
}

}  // namespace laio
