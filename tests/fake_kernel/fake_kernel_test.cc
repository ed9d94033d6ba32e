#include "tests/fake_kernel/fake_kernel.h"

#include <gtest/gtest.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>

namespace laio {
namespace {

struct Recorder : KernelListener {
    void CallBegins(const std::string &text) override { log.push_back(text); }
    void CallEnds(const std::string &text, long result) override
    {
        log.push_back(text + " = " + ResultText(result));
    }
    void Delivers(const std::string &text, bool) override
    {
        log.push_back(text);
    }
    void PromiseBroken(const std::string &what) override
    {
        broken.push_back(what);
    }
    void Hangs(const std::string &why) override
    {
        throw std::runtime_error(why);
    }

    std::vector<std::string> log;
    std::vector<std::string> broken;
};

class FakeKernelTest : public ::testing::Test {
 protected:
    static constexpr int kRequests = 8;

    FakeKernelTest()
    {
        for (int id = 1; id <= kRequests; id++) {
            iov_[id] = {bytes_[id], sizeof(bytes_[id])};
            io_prep_preadv(&iocb_[id], 0, &iov_[id], 1, id * kRequestStride);
            io_set_eventfd(&iocb_[id], eventfd_);
        }
    }
    ~FakeKernelTest() override { close(eventfd_); }

    void SetUpRing(const RingPlan &plan)
    {
        kernel_.set_ring(plan);
        ASSERT_EQ(kernel_.setup(128, &ctx_), 0);
    }

    int Submit(std::vector<int> ids)
    {
        std::vector<struct iocb *> iocbs;
        for (int id : ids) {
            iocbs.push_back(&iocb_[id]);
        }
        return kernel_.submit(ctx_, iocbs.size(), iocbs.data());
    }

    int GetEvents(long min_nr, long nr, struct timespec timeout = {})
    {
        return kernel_.getevents(ctx_, min_nr, nr, events_, &timeout);
    }

    int Poll(int64_t timeout_ns)
    {
        struct pollfd fd = {.fd = eventfd_, .events = POLLIN, .revents = 0};
        return kernel_.poll(&fd, 1, timeout_ns);
    }

    Recorder recorder_;
    FakeKernel kernel_{&recorder_};
    io_context_t ctx_ = nullptr;
    int eventfd_ = eventfd(0, EFD_NONBLOCK);
    unsigned char bytes_[kRequests + 1][512] = {};
    iovec iov_[kRequests + 1];
    struct iocb iocb_[kRequests + 1];
    io_event events_[kRequests];
};

TEST_F(FakeKernelTest, RequestTakenAndCompletedComesOutOfTheRing)
{
    SetUpRing({.nr = 4});
    iocb_[1].data = &iov_[1];

    EXPECT_EQ(Submit({1}), 1);
    EXPECT_TRUE(kernel_.InFlight(1));
    EXPECT_EQ(kernel_.Asked(1), (Transfer{false, kRequestStride, 512}));
    kernel_.Complete(1, 512);
    EXPECT_FALSE(kernel_.InFlight(1));
    EXPECT_EQ(Poll(0), 1);
    ASSERT_EQ(GetEvents(1, 8), 1);
    EXPECT_EQ(events_[0].obj, &iocb_[1]);
    EXPECT_EQ(events_[0].data, &iov_[1]);
    EXPECT_EQ(events_[0].res, 512u);
    EXPECT_TRUE(recorder_.broken.empty());
}

TEST_F(FakeKernelTest, ReadBringsTheBytesOfItsPlaceInTheFile)
{
    SetUpRing({});
    Submit({2});

    kernel_.Complete(2, 100);
    EXPECT_EQ(bytes_[2][0], FileByte(2 * kRequestStride));
    EXPECT_EQ(bytes_[2][99], FileByte(2 * kRequestStride + 99));
    EXPECT_EQ(bytes_[2][100], 0);
}

TEST_F(FakeKernelTest, WriteOfOtherBytesIsABrokenPromise)
{
    SetUpRing({});
    io_prep_pwritev(&iocb_[1], 0, &iov_[1], 1, kRequestStride);
    Submit({1});

    kernel_.Complete(1, 512);
    ASSERT_EQ(recorder_.broken.size(), 1u);
    EXPECT_EQ(recorder_.broken[0], "write 1 brought a wrong byte");
}

TEST_F(FakeKernelTest, RingWithoutFreeSlotsSaysTryAgain)
{
    SetUpRing({.nr = 3});

    EXPECT_EQ(Submit({1, 2, 3}), 2);
    EXPECT_EQ(Submit({3}), -EAGAIN);
    kernel_.Complete(1, 512);
    EXPECT_EQ(Submit({3}), -EAGAIN) << "the unread event keeps its slot";
    GetEvents(0, 8);
    EXPECT_EQ(Submit({3}), 1);
}

TEST_F(FakeKernelTest, FixedCapacityLimitsBeforeTheRingDoes)
{
    SetUpRing({});
    kernel_.set_capacity(2);

    EXPECT_EQ(Submit({1, 2, 3}), 2);
    EXPECT_EQ(Submit({3}), -EAGAIN);
    EXPECT_EQ(kernel_.most_held(), 2u);
}

TEST_F(FakeKernelTest, ErrorIsToldOfTheFirstRequestOnly)
{
    SetUpRing({});
    kernel_.Refuse(2, -EBADF);

    EXPECT_EQ(Submit({1, 2, 3}), 1);
    EXPECT_EQ(Submit({2, 3}), -EBADF);
    EXPECT_EQ(Submit({3}), 1);
    EXPECT_TRUE(kernel_.Unfired().empty());
}

TEST_F(FakeKernelTest, PlannedFaultsFireInTheirTurn)
{
    SetUpRing({});
    kernel_.Plan({KernelCall::kSubmit, 1, 1});
    kernel_.Plan({KernelCall::kSubmit, 2, 0});
    kernel_.Plan({KernelCall::kSubmit, 3, -EINVAL});

    EXPECT_EQ(Submit({1, 2}), 1);
    EXPECT_EQ(Submit({2}), 0);
    EXPECT_EQ(Submit({2}), -EINVAL);
    EXPECT_EQ(Submit({2}), 1);
}

TEST_F(FakeKernelTest, EverythingPlannedThatDidNotHappenIsNamed)
{
    SetUpRing({});
    kernel_.Plan({KernelCall::kSubmit, 9, -EAGAIN});
    kernel_.Refuse(7, -EBADF);
    kernel_.AfterTaking(7, [] {});
    kernel_.Later([] {});

    EXPECT_EQ(kernel_.Unfired().size(), 4u);
}

TEST_F(FakeKernelTest, SubmittingNothingIsABrokenPromise)
{
    SetUpRing({});

    EXPECT_EQ(Submit({}), 0);
    EXPECT_EQ(recorder_.broken.size(), 1u);
}

TEST_F(FakeKernelTest, SubmittingTwiceIsABrokenPromise)
{
    SetUpRing({});
    Submit({1});

    Submit({1});
    ASSERT_EQ(recorder_.broken.size(), 1u);
    EXPECT_EQ(recorder_.broken[0],
              "the iocb of request 1 was submitted while in flight");
}

TEST_F(FakeKernelTest, HeadPastTailIsSeenAtTheNextCall)
{
    SetUpRing({.nr = 5});

    reinterpret_cast<unsigned *>(ctx_)[2] = 2;
    Poll(0);
    EXPECT_EQ(recorder_.broken.size(), 1u);
}

TEST_F(FakeKernelTest, CompletionInsideSubmitIsThereWhenItReturns)
{
    SetUpRing({});
    Submit({1});
    kernel_.AfterTaking(2, [this] { kernel_.Complete(1, 512); });

    EXPECT_EQ(Submit({2}), 1);
    EXPECT_EQ(GetEvents(0, 8), 1);
}

TEST_F(FakeKernelTest, StepsOfACompletionCanBeTakenOneByOne)
{
    SetUpRing({.nr = 4});
    Submit({1});

    kernel_.PutEvent(1, 512);
    EXPECT_EQ(GetEvents(0, 8), 0);
    kernel_.MoveTail();
    EXPECT_EQ(Poll(0), 0);
    EXPECT_EQ(GetEvents(0, 8), 1);
    kernel_.Signal(1);
    EXPECT_EQ(Poll(0), 1);
}

TEST_F(FakeKernelTest, SleepGetsWhatIsToComeLater)
{
    SetUpRing({});
    Submit({1});
    kernel_.Later([this] { kernel_.Complete(1, 512); });

    EXPECT_EQ(Poll(0), 0);
    EXPECT_EQ(Poll(-1), 1);
}

TEST_F(FakeKernelTest, IdleKernelFinishesTheOldest)
{
    SetUpRing({});
    Submit({2, 1});
    kernel_.WhenIdle([this] {
        int oldest = kernel_.Oldest();
        if (oldest) {
            kernel_.Complete(oldest, 512);
        }
        return oldest != 0;
    });

    EXPECT_EQ(Poll(-1), 1);
    EXPECT_FALSE(kernel_.InFlight(2));
    EXPECT_TRUE(kernel_.InFlight(1));
}

TEST_F(FakeKernelTest, SleepWithNothingToComeIsAHang)
{
    SetUpRing({});
    Submit({1});

    EXPECT_THROW(Poll(-1), std::runtime_error);
    EXPECT_EQ(Poll(1'000'000'000), 0) << "a timeout is over at once";
}

TEST_F(FakeKernelTest, LookingWithoutEndIsAHang)
{
    SetUpRing({});
    kernel_.set_step_budget(10);

    EXPECT_THROW(
        for (;;) { Poll(0); }, std::runtime_error);
}

TEST_F(FakeKernelTest, GeteventsCanBeInterruptedAndShort)
{
    SetUpRing({});
    Submit({1, 2});
    kernel_.Complete(1, 512);
    kernel_.Complete(2, 512);
    kernel_.Plan({KernelCall::kGetevents, 1, -EINTR});
    kernel_.Plan({KernelCall::kGetevents, 2, 1});

    EXPECT_EQ(GetEvents(0, 8), -EINTR);
    EXPECT_EQ(GetEvents(0, 8), 1);
    EXPECT_EQ(GetEvents(0, 8), 1);
}

TEST_F(FakeKernelTest, GeteventsThatWaitsGetsWhatIsToComeLater)
{
    SetUpRing({});
    Submit({1});
    kernel_.Later([this] { kernel_.Complete(1, 512); });

    EXPECT_EQ(GetEvents(1, 8, {.tv_sec = 1, .tv_nsec = 0}), 1);
}

TEST_F(FakeKernelTest, CancelIsRefusedUnlessPlanned)
{
    SetUpRing({});
    Submit({1});
    kernel_.Plan({KernelCall::kCancel, 2, 0});

    EXPECT_EQ(kernel_.cancel(ctx_, &iocb_[1], events_), -EINVAL);
    EXPECT_TRUE(kernel_.InFlight(1));
    EXPECT_EQ(kernel_.cancel(ctx_, &iocb_[1], events_), 0);
    EXPECT_FALSE(kernel_.InFlight(1));
}

TEST_F(FakeKernelTest, SetupFailsAsPlanned)
{
    kernel_.Plan({KernelCall::kSetup, 1, -EMFILE});

    EXPECT_EQ(kernel_.setup(128, &ctx_), -EMFILE);
    EXPECT_EQ(kernel_.open_contexts(), 0u);
}

TEST_F(FakeKernelTest, DestroyedContextIsGone)
{
    SetUpRing({});
    EXPECT_EQ(kernel_.open_contexts(), 1u);

    EXPECT_EQ(kernel_.destroy(ctx_), 0);
    EXPECT_EQ(kernel_.open_contexts(), 0u);
    EXPECT_EQ(kernel_.destroy(ctx_), -EINVAL);
    EXPECT_EQ(GetEvents(0, 8), -EINVAL);
}

TEST_F(FakeKernelTest, ListenerHearsCallsAndDeliveries)
{
    SetUpRing({.nr = 4});
    Submit({1, 2});
    kernel_.Complete(2, -EIO);

    EXPECT_EQ(recorder_.log,
              (std::vector<std::string>{
                  "io_setup 128", "io_setup 128 = 0", "io_submit [1 2]",
                  "io_submit [1 2] = 2",
                  "completes 2, res -EIO: head 0 tail 1"}));
}

}  // namespace
}  // namespace laio
