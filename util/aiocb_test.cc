#include "block/block.h"
#include "util/loop_fixture.h"

namespace {

struct Request {
    BlockAIOCB common;
    void *never_set;
};

void Completed(void *opaque, int ret)
{
    *static_cast<int *>(opaque) = ret;
}

class RequestTest : public LoopTest {
 protected:
    RequestTest() { qemu_set_current_aio_context(ctx); }
    ~RequestTest() override { qemu_set_current_aio_context(nullptr); }
    int result = 1;
};

TEST_F(RequestTest, NewOneIsZeroedAndKnowsItsCallback)
{
    const AIOCBInfo info = {.aiocb_size = sizeof(Request)};
    auto *request = static_cast<Request *>(
        qemu_aio_get(&info, nullptr, Completed, &result));

    EXPECT_EQ(request->never_set, nullptr);
    EXPECT_EQ(request->common.cb, Completed);
    EXPECT_EQ(request->common.opaque, &result);
    qemu_aio_release(request);
}

TEST_F(RequestTest, LastReferenceFrees)
{
    const AIOCBInfo info = {.aiocb_size = sizeof(Request)};
    void *request = qemu_aio_get(&info, nullptr, Completed, &result);

    qemu_aio_ref(request);
    qemu_aio_unref(request);
    EXPECT_EQ(static_cast<BlockAIOCB *>(request)->refcnt, 1);
    qemu_aio_unref(request);
}

void CompleteLater(void *opaque)
{
    auto *acb = static_cast<BlockAIOCB *>(opaque);
    acb->cb(acb->opaque, -ECANCELED);
    qemu_aio_unref(acb);
}

AioContext *context_under_test;

TEST_F(RequestTest, CancelPollsUntilTheRequestHasCompleted)
{
    context_under_test = ctx;
    const AIOCBInfo info = {
        .cancel_async =
            [](BlockAIOCB *acb) {
                aio_bh_schedule_oneshot(context_under_test, CompleteLater,
                                        acb);
            },
        .aiocb_size = sizeof(Request),
    };
    void *request = qemu_aio_get(&info, nullptr, Completed, &result);

    bdrv_aio_cancel(static_cast<BlockAIOCB *>(request));
    EXPECT_EQ(result, -ECANCELED);
}

TEST_F(RequestTest, CancelOfBefore2014WaitsByItself)
{
    const AIOCBInfo info = {
        .cancel = [](BlockAIOCB *acb) { CompleteLater(acb); },
        .aiocb_size = sizeof(Request),
    };
    void *request = qemu_aio_get(&info, nullptr, Completed, &result);

    bdrv_aio_cancel(static_cast<BlockAIOCB *>(request));
    EXPECT_EQ(result, -ECANCELED);
    EXPECT_EQ(kernel.polls, 0);
}

}  // namespace
