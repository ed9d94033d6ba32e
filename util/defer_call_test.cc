#include "qemu/defer-call.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <thread>

namespace {

using Function = std::function<void()>;

void CallIt(void *opaque)
{
    (*static_cast<Function *>(opaque))();
}

class DeferCallTest : public testing::Test {
 protected:
    std::string order;
    Function a = [this] { order += 'a'; };
    Function b = [this] { order += 'b'; };
};

TEST_F(DeferCallTest, OutsideABatchCallsAtOnce)
{
    defer_call(CallIt, &a);
    EXPECT_EQ(order, "a");
}

TEST_F(DeferCallTest, EachPairIsCalledOnceAtTheOutermostEndInOrder)
{
    defer_call_begin();
    defer_call_begin();
    defer_call(CallIt, &b);
    defer_call(CallIt, &a);
    defer_call(CallIt, &b);
    defer_call_end();
    EXPECT_EQ(order, "");
    defer_call_end();
    EXPECT_EQ(order, "ba");
}

TEST_F(DeferCallTest, WhatADeferredCallDefersIsCalledAtOnce)
{
    Function outer = [this] {
        defer_call(CallIt, &a);
        order += '!';
    };

    defer_call_begin();
    defer_call(CallIt, &outer);
    defer_call_end();
    EXPECT_EQ(order, "a!");
}

TEST_F(DeferCallTest, DeferredCallMayOpenABatchOfItsOwn)
{
    Function outer = [this] {
        defer_call_begin();
        defer_call(CallIt, &a);
        order += '(';
        defer_call_end();
        order += ')';
    };

    defer_call_begin();
    defer_call(CallIt, &outer);
    defer_call(CallIt, &b);
    defer_call_end();
    EXPECT_EQ(order, "(a)b");
}

TEST_F(DeferCallTest, BatchIsTheThreadsOwn)
{
    defer_call_begin();
    std::thread([this] { defer_call(CallIt, &a); }).join();
    EXPECT_EQ(order, "a");
    defer_call_end();
}

TEST_F(DeferCallTest, OlderNamesAreTheSameBatch)
{
    blk_io_plug();
    defer_call(CallIt, &a);
    blk_io_plug_call(CallIt, &a);
    EXPECT_EQ(order, "");
    blk_io_unplug();
    EXPECT_EQ(order, "a");
}

TEST(DeferCallDeathTest, EndWithoutBeginAborts)
{
    EXPECT_DEATH(defer_call_end(), "without defer_call_begin");
}

}  // namespace
