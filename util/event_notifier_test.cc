#include "qemu/event_notifier.h"

#include <gtest/gtest.h>
#include <poll.h>

namespace {

TEST(EventNotifierTest, IsReadableFromSetToClear)
{
    EventNotifier e;
    ASSERT_EQ(event_notifier_init(&e, false), 0);
    pollfd fd = {event_notifier_get_fd(&e), POLLIN, 0};

    EXPECT_EQ(poll(&fd, 1, 0), 0);
    EXPECT_EQ(event_notifier_set(&e), 0);
    EXPECT_EQ(poll(&fd, 1, 0), 1);
    EXPECT_TRUE(event_notifier_test_and_clear(&e));
    EXPECT_EQ(poll(&fd, 1, 0), 0);
    event_notifier_cleanup(&e);
}

TEST(EventNotifierTest, SetTwiceIsClearedOnce)
{
    EventNotifier e;
    event_notifier_init(&e, false);

    event_notifier_set(&e);
    event_notifier_set(&e);
    EXPECT_TRUE(event_notifier_test_and_clear(&e));
    EXPECT_FALSE(event_notifier_test_and_clear(&e));
    event_notifier_cleanup(&e);
}

TEST(EventNotifierTest, MayBeginSet)
{
    EventNotifier e;
    event_notifier_init(&e, true);

    EXPECT_TRUE(event_notifier_test_and_clear(&e));
    event_notifier_cleanup(&e);
}

TEST(EventNotifierTest, CleanupTwiceClosesOnce)
{
    EventNotifier e;
    event_notifier_init(&e, false);
    event_notifier_cleanup(&e);
    EXPECT_EQ(event_notifier_get_fd(&e), -1);

    EventNotifier reuses_the_number;
    event_notifier_init(&reuses_the_number, false);
    event_notifier_cleanup(&e);
    EXPECT_EQ(event_notifier_set(&reuses_the_number), 0);
    event_notifier_cleanup(&reuses_the_number);
}

}  // namespace
