#include "tests/programs/shrink.h"

#include <algorithm>
#include <cctype>

namespace laio {

namespace {

using Verbs = std::vector<Verb>;

// The list that the nth verb of all is in; `nth` becomes its place there.
Verbs *FindList(Verbs *verbs, size_t *nth)
{
    if (*nth < verbs->size()) {
        return verbs;
    }
    *nth -= verbs->size();
    for (Verb &verb : *verbs) {
        if (Verbs *found = FindList(&verb.then, nth)) {
            return found;
        }
    }
    return nullptr;
}

class Shrinker {
 public:
    Shrinker(const Program &program,
             const std::function<bool(const Program &)> &fails, int tries)
        : best_(program), fails_(fails), tries_(tries) {}

    Program Run()
    {
        bool better = true;
        while (better && tries_ > 0) {
            better = DropRuns();
            better = TryEach(&Shrinker::HoistThen) || better;
            better = TryEach(&Shrinker::SimplifyVerb) || better;
            better = SimplifyRing() || better;
        }
        return best_;
    }

 private:
    bool Accept(const Program &candidate)
    {
        if (candidate == best_ || tries_ <= 0) {
            return false;
        }
        tries_--;
        if (!fails_(candidate)) {
            return false;
        }
        best_ = candidate;
        return true;
    }

    // Halves of the program, then quarters, ..., then single verbs.
    bool DropRuns()
    {
        bool better = false;
        for (size_t length = std::max<size_t>(CountVerbs(best_.verbs) / 2, 1);
             ; length /= 2) {
            for (size_t nth = CountVerbs(best_.verbs); nth-- > 0;) {
                better = DropRun(nth, length) || better;
            }
            if (length == 1) {
                return better;
            }
        }
    }

    bool DropRun(size_t nth, size_t length)
    {
        Program candidate = best_;
        Verbs *list = FindList(&candidate.verbs, &nth);
        if (!list) {
            return false;
        }
        auto begin = list->begin() + nth;
        list->erase(begin,
                    begin + std::min<size_t>(length, list->end() - begin));
        return Accept(candidate);
    }

    bool TryEach(bool (Shrinker::*simplify)(size_t nth))
    {
        bool better = false;
        for (size_t nth = 0; nth < CountVerbs(best_.verbs); nth++) {
            better = (this->*simplify)(nth) || better;
        }
        return better;
    }

    // What a callback does happens behind its request instead.
    bool HoistThen(size_t nth)
    {
        Program candidate = best_;
        Verbs *list = FindList(&candidate.verbs, &nth);
        if (!list || (*list)[nth].then.empty()) {
            return false;
        }
        Verbs then = std::move((*list)[nth].then);
        (*list)[nth].then.clear();
        list->insert(list->begin() + nth + 1, then.begin(), then.end());
        return Accept(candidate);
    }

    bool SimplifyVerb(size_t nth)
    {
        const Verb verb = VerbAt(nth);
        bool better = false;
        for (VerbKind kind : SimplerKinds(verb.kind)) {
            better = better || Change(nth, [kind](Verb *v) {
                v->kind = kind;
                v->number = ShapeOf(kind).numbers ? v->number : 0;
            });
        }
        int least = ShapeOf(VerbAt(nth).kind).least;
        for (int number : {least, verb.number / 2, verb.number * 7 / 8,
                           verb.number - 1}) {
            better = better ||
                     (number >= least && number < verb.number &&
                      Change(nth, [number](Verb *v) { v->number = number; }));
        }
        return Change(nth, [](Verb *v) { v->outcome = Outcome::kFull; }) ||
               better;
    }

    Verb VerbAt(size_t nth)
    {
        Verbs *list = FindList(&best_.verbs, &nth);
        return (*list)[nth];
    }

    template <typename Edit>
    bool Change(size_t nth, Edit edit)
    {
        Program candidate = best_;
        Verbs *list = FindList(&candidate.verbs, &nth);
        edit(&(*list)[nth]);
        return Accept(candidate);
    }

    static std::vector<VerbKind> SimplerKinds(VerbKind kind)
    {
        switch (kind) {
        case VerbKind::kCoWrite:
            return {VerbKind::kRead, VerbKind::kWrite, VerbKind::kCoRead};
        case VerbKind::kCoRead:
        case VerbKind::kWrite:
            return {VerbKind::kRead};
        case VerbKind::kPut:
            return {VerbKind::kComplete};
        case VerbKind::kUntil:
            return {VerbKind::kPoll, VerbKind::kBlock};
        case VerbKind::kBlock:
        case VerbKind::kGlib:
            return {VerbKind::kPoll};
        default:
            return {};
        }
    }

    bool SimplifyRing()
    {
        Program candidate = best_;
        candidate.start = 0;
        bool better = Accept(candidate);
        candidate = best_;
        candidate.signals = false;
        better = Accept(candidate) || better;
        constexpr unsigned kPlenty = 8;
        candidate = best_;
        candidate.slots = kPlenty;
        candidate.start = std::min(best_.start, kPlenty - 1);
        return Accept(candidate) || better;
    }

    Program best_;
    const std::function<bool(const Program &)> &fails_;
    int tries_;
};

}  // namespace

std::string KindOfFailure(const ScenarioResult &result)
{
    std::string text = std::string(VerdictName(result.verdict)) + ": ";
    for (unsigned char c : result.detail) {
        if (!isdigit(c)) {
            text += static_cast<char>(c);
        } else if (text.back() != '#') {
            text += '#';
        }
    }
    return text;
}

Program Shrink(const Program &program,
               const std::function<bool(const Program &)> &fails, int tries)
{
    return Shrinker(program, fails, tries).Run();
}

}  // namespace laio
