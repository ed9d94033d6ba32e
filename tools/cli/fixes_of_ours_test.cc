// Whether fixes still move from block/linux_aio.cc to the linux-aio.c of QEMU
// 9.0 (c25df57ae8), which QEMU_SRC names. That they mend it there is what
// tools/dev/port_fixes.sh shows.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "tools/cli/command_testing.h"
#include "tools/git/tree.h"
#include "tools/patch/apply.h"
#include "tools/patch/parse.h"
#include "tools/port/port_change.h"

namespace laio::port {
namespace {

constexpr const char *kOurs = "block/linux_aio.cc";
constexpr const char *kQemus = "block/linux-aio.c";

std::string Replaced(std::string text, const std::string &from,
                     const std::string &to)
{
    size_t at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return at == text.npos ? text : text.replace(at, from.size(), to);
}

// Ours with the patch `name` on it.
std::string Patched(const std::string &name)
{
    MemoryTree tree;
    for (const char *file : {kOurs, "block/completion_ring.h"}) {
        tree.Put(file, ReadAll(Runfile(file)));
    }
    Result<Patch> patch = ParsePatch(ReadAll(Runfile(name)), name);
    EXPECT_TRUE(patch) << name;
    if (!patch) {
        return "";
    }
    auto changes = ApplyToMemory({{*patch}}, tree);
    EXPECT_TRUE(changes) << name;
    return changes ? changes->at(0).after.value_or("") : "";
}

PortedPath Port(const std::string &before, const std::string &after)
{
    RangeCommit change;
    change.files.push_back({kOurs, kOurs, before, after});
    MemoryTree target;
    target.Put(kQemus, ReadAll(getenv("LINUX_AIO_C")));
    auto ported = PortChange(change, target);
    EXPECT_TRUE(ported);
    return ported ? ported->files.at(0) : PortedPath();
}

size_t Ported(const PortedPath &path)
{
    size_t ported = 0;
    for (const PortedHunk &hunk : path.hunks) {
        ported += hunk.state == State::kPorted;
    }
    return ported;
}

// Each step that has no place.
std::string Manual(const PortedPath &path)
{
    std::string text;
    for (const PortedHunk &hunk : path.hunks) {
        if (hunk.state == State::kManual) {
            text += hunk.function + ": " + hunk.reason + "\n" + hunk.change +
                    "here:\n" + hunk.here + "\n";
        }
    }
    return text;
}

struct Fix {
    const char *name;
    size_t hunks;
};

class FixesOfOursTest : public testing::TestWithParam<Fix> {};

// A twin lacks what a fix brings.
TEST_P(FixesOfOursTest, FindsAllItsPlacesInQemu)
{
    const std::string name = GetParam().name;
    PortedPath path = Port(Patched("tests/twins/" + name + ".patch"),
                           ReadAll(Runfile(kOurs)));
    EXPECT_EQ(Ported(path), GetParam().hunks);
    EXPECT_EQ(Manual(path), "");
}

INSTANTIATE_TEST_SUITE_P(
    Twins, FixesOfOursTest,
    testing::Values(Fix{"none-taken-is-an-error", 1},
                    Fix{"short-read-tells-its-length", 1},
                    Fix{"short-read-is-the-end", 6},
                    Fix{"run-has-no-end", 6},
                    Fix{"cleanup-forgets-to-detach", 1},
                    Fix{"no-retry-without-completion", 2}),
    [](const auto &info) {
        std::string name = info.param.name;
        std::replace(name.begin(), name.end(), '-', '_');
        return name;
    });

TEST(FixesOfOursTest, UnknownRingIsRefusedInQemuAsWell)
{
    PortedPath path =
        Port(ReadAll(Runfile(kOurs)),
             Patched("tools/port/fixes/unknown-ring-is-refused.patch"));
    EXPECT_EQ(Ported(path), 5u);
    EXPECT_EQ(Manual(path), "");
}

// Else the others would show nothing.
TEST(FixesOfOursTest, FunctionThatIsCutInAnotherWayIsNoticed)
{
    const std::string ours =
        Replaced(ReadAll(Runfile(kOurs)),
                 "(laiocb = laio_first_done(s)) && s->in_a_row < MAX_RUN",
                 "s->in_a_row < MAX_RUN && (laiocb = laio_first_done(s))");
    PortedPath path = Port(Patched("tests/twins/run-has-no-end.patch"), ours);
    EXPECT_EQ(Ported(path), 5u);
    EXPECT_NE(Manual(path).find("qemu_laio_process_completions: "),
              std::string::npos);
}

}  // namespace
}  // namespace laio::port
