// Who drives an AioContext until something has happened.
//
// Thread: one, which becomes the home of the context.

#ifndef TESTS_SMOKE_SMOKE_LOOP_H
#define TESTS_SMOKE_SMOKE_LOOP_H

#include <functional>
#include <memory>

extern "C" {
#include "block/aio.h"
}

namespace laio {

class SmokeLoop {
 public:
    virtual ~SmokeLoop() = default;

    // aio_poll(), again and again.
    // Keeps:    `ctx`, which must outlive it.
    static std::unique_ptr<SmokeLoop> AioPoll(AioContext *ctx);
    // A GMainLoop that has the context as a source.
    // Keeps:    `ctx`, which must outlive it.
    static std::unique_ptr<SmokeLoop> MainLoop(AioContext *ctx);

    // Sleeps and dispatches until `done` says so.
    virtual void RunUntil(const std::function<bool()> &done) = 0;
    // To be called by whatever makes `done` true.
    virtual void Wake() = 0;
};

}  // namespace laio

#endif  // TESTS_SMOKE_SMOKE_LOOP_H
