#include "tests/smoke/smoke_loop.h"

#include <glib.h>

namespace laio {
namespace {

class AioPollLoop : public SmokeLoop {
 public:
    explicit AioPollLoop(AioContext *ctx) : ctx_(ctx) {}

    void RunUntil(const std::function<bool()> &done) override
    {
        while (!done()) {
            aio_poll(ctx_, true);
        }
    }

    void Wake() override {}

 private:
    AioContext *ctx_;
};

class GlibLoop : public SmokeLoop {
 public:
    explicit GlibLoop(AioContext *ctx)
        : source_(aio_get_g_source(ctx)),
          context_(g_main_context_new()),
          loop_(g_main_loop_new(context_, false))
    {
        g_source_attach(source_, context_);
    }

    // A source cannot be attached a second time, so the loop lives as long as
    // its AioContext is used.
    ~GlibLoop() override
    {
        g_source_destroy(source_);
        g_source_unref(source_);
        g_main_loop_unref(loop_);
        g_main_context_unref(context_);
    }

    void RunUntil(const std::function<bool()> &done) override
    {
        while (!done()) {
            g_main_loop_run(loop_);
        }
    }

    void Wake() override { g_main_loop_quit(loop_); }

 private:
    GSource *source_;
    GMainContext *context_;
    GMainLoop *loop_;
};

}  // namespace

std::unique_ptr<SmokeLoop> SmokeLoop::AioPoll(AioContext *ctx)
{
    return std::make_unique<AioPollLoop>(ctx);
}

std::unique_ptr<SmokeLoop> SmokeLoop::MainLoop(AioContext *ctx)
{
    return std::make_unique<GlibLoop>(ctx);
}

}  // namespace laio
