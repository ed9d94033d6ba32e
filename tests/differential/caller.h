// Plays the caller's verbs of a program on any kernel and says what the
// caller sees.
//
// Requests are numbered by where they stand in the program, not by when they
// start, so that a request has the same number on every kernel.
// Thread: one, the home of the context.

#ifndef TESTS_DIFFERENTIAL_CALLER_H
#define TESTS_DIFFERENTIAL_CALLER_H

#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/harness/subject_api.h"
#include "tests/programs/alphabet.h"

namespace laio {

// What a caller can do on every kernel, and all of it.
const Alphabet &CallerAlphabet();

class Caller {
 public:
    // Keeps: all of it, which must outlive it.
    //
    //   state        of `api`, attached to `ctx`
    //   before_turn  runs before every turn of the loop; may do something in
    //                the kernel's place
    Caller(SubjectApi *api, LinuxAioState *state, AioContext *ctx, int fd,
           std::function<void()> before_turn);
    ~Caller();

    // Plays all of it and lets everything finish.
    //
    // Returns:  a line per request, in the order of the program: how often it
    //           ended, its result and, of a read that succeeded, its bytes.
    // Requires: once per Caller.
    std::string Play(const Program &program);

 private:
    struct Request;

    void Number(const std::vector<Verb> &verbs);
    void PlayVerbs(const std::vector<Verb> &verbs);
    void PlayVerb(const Verb &verb);
    void Submit(const Verb &verb);
    void Unplug(int dev_max_batch);
    bool Turn(bool blocking);
    void TurnsUntil(int nth);
    void Ended(Request *request, int ret);
    static void RunCoroutine(void *opaque);
    Request *Unfinished(int nth) const;

    SubjectApi *api_;
    LinuxAioState *state_;
    AioContext *ctx_;
    const int fd_;
    std::function<void()> before_turn_;
    std::map<const Verb *, int> numbers_;  // of what submits
    std::map<int, std::unique_ptr<Request>> requests_;
    int unfinished_ = 0;
    int plugged_ = 0;
    int plug_floor_ = 0;  // of the callback that runs
    int turns_ = 0;       // on the stack
};

}  // namespace laio

#endif  // TESTS_DIFFERENTIAL_CALLER_H
