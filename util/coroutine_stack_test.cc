// Where coroutines have their stacks.

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "qemu/coroutine.h"

#include <gtest/gtest.h>

namespace {

using Body = std::function<void()>;

void RunInCoroutine(Body body)
{
    qemu_coroutine_enter(qemu_coroutine_create(
        [](void *opaque) { (*static_cast<Body *>(opaque))(); }, &body));
}

struct Mapping {
    uintptr_t begin = 0;
    uintptr_t end = 0;
    std::string rights;  // as in proc(5): "rw-p"
};

// Those of this process, lowest first.
std::vector<Mapping> Mappings()
{
    std::vector<Mapping> all;
    std::ifstream maps("/proc/self/maps");

    for (std::string line; std::getline(maps, line);) {
        char rights[5];
        unsigned long begin, end;
        if (sscanf(line.c_str(), "%lx-%lx %4s", &begin, &end, rights) == 3) {
            all.push_back({begin, end, rights});
        }
    }
    return all;
}

// The one directly below that with `address` in it, if there is one.
Mapping Below(uintptr_t address)
{
    Mapping below;

    for (const Mapping &mapping : Mappings()) {
        if (mapping.begin <= address && address < mapping.end) {
            return below.end == mapping.begin ? below : Mapping{};
        }
        below = mapping;
    }
    return {};
}

// Where this call's frame is, also when a sanitizer moves its variables.
[[gnu::noinline]] uintptr_t FrameAddress()
{
    return reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
}

TEST(CoroutineStackTest, WhoeverRunsOutOfOneHitsAPageThatNobodyMayTouch)
{
    uintptr_t frame = 0;
    Mapping below;

    RunInCoroutine([&] {
        frame = FrameAddress();
        below = Below(frame);
    });
    EXPECT_EQ(below.rights, "---p");
    EXPECT_GE(below.end - below.begin, 4096u);
}

TEST(CoroutineStackTest, OneThatEndedLeavesItsStackToTheNext)
{
    std::set<uintptr_t> frames;

    for (int i = 0; i < 10; i++) {
        RunInCoroutine([&] { frames.insert(FrameAddress()); });
        EXPECT_EQ(Below(*frames.begin()).rights, "---p") << "it was unmapped";
    }
    EXPECT_EQ(frames.size(), 1u);
}

// Single pages that nobody may touch: one for each stack.
int64_t GuardPages()
{
    std::vector<Mapping> all = Mappings();

    return std::count_if(all.begin(), all.end(), [](const Mapping &mapping) {
        return mapping.rights == "---p" &&
               mapping.end - mapping.begin ==
                   static_cast<uintptr_t>(sysconf(_SC_PAGESIZE));
    });
}

TEST(CoroutineStackTest, ManyAtOnceLeaveNoMoreThanAPoolBehind)
{
    int64_t before = GuardPages();
    int64_t most = 0;
    std::function<void(int)> nest = [&](int depth) {
        if (depth > 0) {
            RunInCoroutine([&] { nest(depth - 1); });
        } else {
            most = GuardPages();
        }
    };

    nest(1200);
    EXPECT_GE(most, before + 1199) << "the pool had one at most";
    EXPECT_LE(GuardPages(), before + 1024);
}

TEST(CoroutineStackTest, HalfAMegabyteOfItCanBeUsed)
{
    bool kept = true;

    RunInCoroutine([&] {
        volatile char block[512 * 1024];
        for (size_t i = 0; i < sizeof(block); i += 1024) {
            block[i] = static_cast<char>(i / 1024);
        }
        for (size_t i = 0; i < sizeof(block); i += 1024) {
            kept &= block[i] == static_cast<char>(i / 1024);
        }
    });
    EXPECT_TRUE(kept);
}

}  // namespace
