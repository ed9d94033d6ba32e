// Plays a program on a subject and checks what must hold whatever it does.
//
// The promises, beside those of World: a result is what the kernel's results
// imply and nothing else; a request is never completed inside its own
// submission; the kernel gets requests in the order of their submission; the
// loop never sleeps on an event that was signalled, nor while a request waits
// for room that there is; no turn of the loop serves completions without end;
// once all is done, turns of the loop do nothing.
// Thread: one, the home of the world's context.

#ifndef TESTS_PROGRAMS_PLAYER_H
#define TESTS_PROGRAMS_PLAYER_H

#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/harness/world.h"
#include "tests/programs/program.h"

namespace laio {

class Player {
 public:
    // Keeps: `world`, which must be new and outlive it.
    explicit Player(World *world);

    // Plays all of it and then lets everything finish. World::Finish() is
    // still to come.
    void Play(const Program &program);

    // Whether the last verb on the outside did something. A program in which
    // it did nothing is the same as the one without it.
    bool last_verb_counted() const { return last_verb_counted_; }
    // Verbs that did something, nested ones too.
    long steps() const { return steps_; }

 private:
    // What the kernel did with a request: enough to tell its result.
    struct Sent {
        size_t bytes = 0;
        size_t moved = 0;
        long error = 0;
        bool ended = false;    // the file ends behind what was moved
        bool coroutine = false;
        bool writes = false;
    };

    void PlayVerbs(const std::vector<Verb> &verbs);
    bool PlayVerb(const Verb &verb);
    bool PlayCallerVerb(const Verb &verb);
    bool PlayLoopVerb(const Verb &verb);
    bool PlayKernelVerb(const Verb &verb);

    bool Submit(const Verb &verb);
    void Send(VerbKind kind, size_t bytes, const std::vector<Verb> *then);
    bool StartChain(int length);
    void ContinueChain(int id);
    bool Plug();
    bool Unplug(int dev_max_batch);
    bool Cancel(int number);
    bool Detach();
    bool Attach();
    bool Cleanup();

    bool Turn(VerbKind kind);
    bool TurnsUntil(int nth);
    bool Complete(int nth, Outcome outcome, bool all_steps);
    bool PlanSubmit(long result);
    long Account(int id, Outcome outcome);
    void OnTaken(const std::vector<int> &taken);
    bool OnIdle();
    void OnDone(int id, const std::vector<Verb> *then);

    void LetFinish();
    void CheckResult(int id);
    void CheckOrder(const std::vector<int> &taken);
    void CheckNothingIsMissed();
    void CheckIdle();

    // Whether the kernel did anything with it but refuse it.
    bool WasTouched(int id) const;
    bool MayTurn() const;
    bool MayWait() const;
    std::vector<int> NotDone() const;
    // Accepted, not done, and the kernel does not have it.
    std::vector<int> Waiting() const;

    World *world_;
    FakeKernel &kernel_;
    std::map<int, Sent> sent_;
    std::set<int> not_done_;  // accepted
    unsigned slots_ = 0;
    unsigned capacity_ = 0;
    int last_id_ = 0;
    int last_taken_ = 0;
    int submitting_ = 0;    // with a callback, right now
    int plugged_ = 0;
    int plug_floor_ = 0;    // of the callback that runs
    bool detached_ = false;
    int callbacks_ = 0;     // on the stack
    int turns_ = 0;         // on the stack
    int done_in_turn_ = 0;
    int planned_submit_ = 0;
    int calls_at_last_done_ = -1;  // io_submit() calls
    std::deque<Outcome> inside_;
    std::deque<std::pair<int, Outcome>> meanwhile_;
    std::set<int> unseen_;  // put, and tail is not moved
    std::set<int> unsignalled_;
    std::set<int> chain_;
    int chain_left_ = 0;
    bool chain_inside_ = false;
    bool last_verb_counted_ = true;
    long steps_ = 0;
};

// Parses `text`, which must be a program, and plays it: for scenarios.
void PlayText(World &world, std::string_view text);

}  // namespace laio

#endif  // TESTS_PROGRAMS_PLAYER_H
