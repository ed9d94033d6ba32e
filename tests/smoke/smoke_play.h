// One subject, used in one way on one file of the real kernel.
//
// Thread: one, of a process of its own: a version that has no cleanup leaves
// behind what it made.

#ifndef TESTS_SMOKE_SMOKE_PLAY_H
#define TESTS_SMOKE_SMOKE_PLAY_H

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "tests/harness/subject_api.h"
#include "tests/smoke/combination.h"
#include "tests/smoke/smoke_file.h"
#include "tests/smoke/smoke_loop.h"
#include "tests/smoke/smoke_request.h"
#include "tools/base/result.h"
#include "util/loop_observer.h"

namespace laio {

struct SmokeOutcome {
    std::string broken;  // the first promise that was broken; empty for none
    std::string detail;  // what was done, for a reader
};

class SmokePlay : private LoopObserver {
 public:
    // Keeps:    `api`, which must outlive it.
    // Requires: combination.WhyUnfit(api->traits()) is empty.
    SmokePlay(SubjectApi *api, const Combination &combination)
        : api_(api), how_(combination) {}

    // Plays all of it on a new file in `folder`.
    //
    // Returns:  an Error when there is nothing to play on.
    Result<SmokeOutcome> Run(const std::string &folder);

 private:
    using Requests = std::vector<SmokeRequest *>;

    // Times that the loop began to ask poll handlers, to show that it did.
    void poll_begins(bool) override {}
    void poll_ends(bool) override {}
    void bh_runs(const char *) override {}
    void handler_runs(int fd, const char *what) override;

    // Each adds to outcome_ and does nothing once a promise is broken.
    void Begin();
    void PlayWrites();
    void PlayReads();
    void PlayBoth();
    void PlayChain();
    void PlayEndOfFile();
    void PlayFlush();
    void End();

    // Requests number `first` and on, one per region of the file.
    Requests Make(int count, int type, size_t first);
    SmokeRequest *MakeOne(int type, uint64_t block, size_t blocks,
                          size_t pieces);
    void Submit(const Requests &requests);
    void Start(SmokeRequest *request);
    void Finished(SmokeRequest *request, int ret);
    static void RunCoroutine(void *opaque);
    static void RunFlush(void *opaque);
    void Finish(const Requests &requests, const char *what);
    void Break(const std::string &what, const std::string &why);

    SubjectApi *api_;
    const Combination how_;
    std::unique_ptr<SmokeFile> file_;
    std::unique_ptr<SmokeLoop> loop_;
    AioContext *ctx_ = nullptr;
    LinuxAioState *state_ = nullptr;
    // They stay to the end: one may end a second time when nobody expects it.
    std::deque<SmokeRequest> all_;
    uint32_t salt_ = 1;  // of the next write
    int in_flight_ = 0;
    int flush_ret_ = 0;
    int polls_ = 0;
    SmokeOutcome outcome_;
};

}  // namespace laio

#endif  // TESTS_SMOKE_SMOKE_PLAY_H
