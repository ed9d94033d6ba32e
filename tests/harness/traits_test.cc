#include "tests/harness/traits.h"

#include <string>

#include <gtest/gtest.h>

namespace laio {
namespace {

// A file that is as old as can be, and more text behind it.
std::string With(const std::string &more)
{
    return "void *laio_init(void)\n{\n}\n" + more;
}

Traits Read(const std::string &text)
{
    auto traits = ReadTraits(text, "linux-aio.c");
    EXPECT_TRUE(traits.ok()) << traits.error().message;
    return traits.ok() ? *traits : Traits();
}

std::string ErrorOf(const std::string &text)
{
    auto traits = ReadTraits(text, "linux-aio.c");
    return traits.ok() ? "no error" : traits.error().message;
}

TEST(TraitsTest, OldestFileHasNothingButInit)
{
    const Traits t = Read(With(""));
    EXPECT_FALSE(t.typed_state);
    EXPECT_FALSE(t.init_takes_errp);
    EXPECT_FALSE(t.has_cleanup);
    EXPECT_FALSE(t.has_attach);
    EXPECT_FALSE(t.has_submit);
    EXPECT_EQ(t.co_submit, CoSubmitForm::kAbsent);
    EXPECT_EQ(t.plug, PlugForm::kAbsent);
    EXPECT_EQ(t.unplug, UnplugForm::kAbsent);
}

TEST(TraitsTest, InitWithErrorPointerIsSeen)
{
    EXPECT_TRUE(Read("LinuxAioState *laio_init(Error **errp) {}")
                    .init_takes_errp);
}

TEST(TraitsTest, StateIsTypedWhereItsStructureIsDefined)
{
    EXPECT_TRUE(Read(With("struct LinuxAioState {\n};")).typed_state);
    EXPECT_FALSE(Read(With("struct LinuxAioState *s;")).typed_state);
    EXPECT_FALSE(Read(With("struct qemu_laio_state { int x; };")).typed_state);
}

TEST(TraitsTest, LifetimeFunctionsAreSeen)
{
    const Traits t = Read(With(
        "void laio_cleanup(void *s) {}\n"
        "void laio_detach_aio_context(void *s, AioContext *old) {}\n"
        "void laio_attach_aio_context(void *s, AioContext *new_context) {}"));
    EXPECT_TRUE(t.has_cleanup);
    EXPECT_TRUE(t.has_attach);
}

TEST(TraitsTest, SubmitOverSeveralLinesIsSeen)
{
    EXPECT_TRUE(Read(With("BlockAIOCB *laio_submit(BlockDriverState *bs,\n"
                          "    LinuxAioState *s, int fd,\n"
                          "    int64_t sector_num, QEMUIOVector *qiov,\n"
                          "    int nb_sectors, BlockCompletionFunc *cb,\n"
                          "    void *opaque, int type)\n{\n}"))
                    .has_submit);
}

struct CoSubmitCase {
    const char *name;
    const char *parameters;
    CoSubmitForm form;
};

class CoSubmitTest : public ::testing::TestWithParam<CoSubmitCase> {};

TEST_P(CoSubmitTest, FormIsReadFromItsParameters)
{
    EXPECT_EQ(Read(With(std::string("int coroutine_fn laio_co_submit(") +
                        GetParam().parameters + ")\n{}"))
                  .co_submit,
              GetParam().form);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, CoSubmitTest,
    ::testing::Values(
        CoSubmitCase{"StateSectors",
                     "BlockDriverState *bs, LinuxAioState *s, int fd,\n"
                     "int64_t sector_num, QEMUIOVector *qiov, int nb_sectors,"
                     " int type",
                     CoSubmitForm::kStateSectors},
        CoSubmitCase{"StateBytes",
                     "BlockDriverState *bs, LinuxAioState *s, int fd,\n"
                     "uint64_t offset, QEMUIOVector *qiov, int type",
                     CoSubmitForm::kStateBytes},
        CoSubmitCase{"StateBytesBatch",
                     "BlockDriverState *bs, LinuxAioState *s, int fd,\n"
                     "uint64_t offset, QEMUIOVector *qiov, int type,\n"
                     "uint64_t dev_max_batch",
                     CoSubmitForm::kStateBytesBatch},
        CoSubmitCase{"ThreadBytesBatch",
                     "int fd, uint64_t offset, QEMUIOVector *qiov, int type,\n"
                     "uint64_t dev_max_batch",
                     CoSubmitForm::kThreadBytesBatch},
        CoSubmitCase{"ThreadBytesFlags",
                     "int fd, uint64_t offset, QEMUIOVector *qiov, int type,\n"
                     "BdrvRequestFlags flags, uint64_t dev_max_batch",
                     CoSubmitForm::kThreadBytesFlags}),
    [](const auto &info) { return std::string(info.param.name); });

struct PlugCase {
    const char *name;
    const char *text;
    PlugForm plug;
    UnplugForm unplug;
};

class PlugTest : public ::testing::TestWithParam<PlugCase> {};

TEST_P(PlugTest, FormIsReadFromDefinitionsOrFromWhatIsCalled)
{
    const Traits t = Read(With(GetParam().text));
    EXPECT_EQ(t.plug, GetParam().plug);
    EXPECT_EQ(t.unplug, GetParam().unplug);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, PlugTest,
    ::testing::Values(
        PlugCase{"UnplugWithBool",
                 "void laio_io_plug(BlockDriverState *bs, void *aio_ctx) {}\n"
                 "int laio_io_unplug(BlockDriverState *bs, void *aio_ctx,\n"
                 "                   bool unplug) {}",
                 PlugForm::kState, UnplugForm::kStateBool},
        PlugCase{"UnplugOfState",
                 "void laio_io_plug(BlockDriverState *bs, void *c) {}\n"
                 "void laio_io_unplug(BlockDriverState *bs, void *c) {}",
                 PlugForm::kState, UnplugForm::kState},
        PlugCase{"UnplugWithBatch",
                 "void laio_io_plug(BlockDriverState *b, LinuxAioState *s) {}"
                 "void laio_io_unplug(BlockDriverState *b, LinuxAioState *s,"
                 "                    uint64_t dev_max_batch) {}",
                 PlugForm::kState, UnplugForm::kStateBatch},
        PlugCase{"OfTheThread",
                 "void laio_io_plug(void) {}\n"
                 "void laio_io_unplug(uint64_t dev_max_batch) {}",
                 PlugForm::kThread, UnplugForm::kThreadBatch},
        PlugCase{"BlkPlug",
                 "static void f(void) { blk_io_plug_call(g, s); }",
                 PlugForm::kBlkPlug, UnplugForm::kAbsent},
        PlugCase{"DeferredCall",
                 "static void f(void) { defer_call(g, s); }",
                 PlugForm::kDefer, UnplugForm::kAbsent}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(TraitsTest, OptionalFeaturesAreSeenInOneBranchOrBoth)
{
    const Traits t = Read(With("bool laio_has_fdsync(int fd) {}\n"
                               "bool laio_has_fua(void)\n{\n"
                               "#ifdef HAVE_X\n    if (a) {\n#else\n"
                               "    if (b) {\n#endif\n    }\n}\n"
                               "void laio_cleanup(LinuxAioState *s) {}\n"));
    EXPECT_TRUE(t.has_fdsync);
    EXPECT_TRUE(t.has_fua);
    EXPECT_TRUE(t.has_cleanup);
}

TEST(TraitsTest, StaticNestedDeclaredAndCommentedFunctionsDoNotCount)
{
    const Traits t = Read(With(
        "static void laio_cleanup(void *s) {}\n"
        "void laio_submit(int everything_wrong);\n"
        "/* bool laio_has_fua(void) {} */ // bool laio_has_fua(void) {}\n"
        "const char *text = \"bool laio_has_fua(void) { \\\" }\";\n"
        "#define X \\\n bool laio_has_fua(void) {}\n"
        "static void g(void) { laio_io_plug(1) ; if (x) { } }\n"));
    EXPECT_FALSE(t.has_cleanup);
    EXPECT_FALSE(t.has_submit);
    EXPECT_FALSE(t.has_fua);
    EXPECT_EQ(t.plug, PlugForm::kAbsent);
}

TEST(TraitsTest, LinkageBlocksOfCxxAreLookedInto)
{
    EXPECT_TRUE(Read("extern \"C\" {\nLinuxAioState *laio_init(Error **errp)"
                     "\n{\n    int x = 1'000; char c = '{';\n}\n}\n")
                    .init_takes_errp);
}

TEST(TraitsTest, RawStringsHideNothingBehindThem)
{
    EXPECT_TRUE(Read("auto text = R\"x( \" )\" )x\";\n"
                     "void *laio_init() {}\nvoid laio_cleanup(void *s) {}")
                    .has_cleanup);
}

TEST(TraitsTest, RingIsReadWhereEventsAreNeverFetched)
{
    EXPECT_TRUE(Read(With("")).reaps_from_ring);
    EXPECT_FALSE(Read(With("int f() { io_getevents(c, 1, 1, e, t); }"))
                     .reaps_from_ring);
    EXPECT_TRUE(Read(With("int f() { if (!completion_ring_take(r, e)) {\n"
                          "io_getevents(c, 1, 1, e, t); } }"))
                    .reaps_from_ring);
}

TEST(TraitsTest, PollHandlerIsSeenInEveryFormOfItsRegistration)
{
    const auto has_poll = [](const std::string &arguments) {
        return Read(With("void f() { aio_set_event_notifier(" + arguments +
                         "); }"))
            .has_io_poll;
    };
    EXPECT_FALSE(has_poll("ctx, &s->e, read_cb"));
    EXPECT_FALSE(has_poll("ctx, &s->e, false, read_cb"));
    EXPECT_FALSE(has_poll("ctx, &s->e, false, read_cb, NULL"));
    EXPECT_TRUE(has_poll("ctx, &s->e, false,\n read_cb, poll_cb"));
    EXPECT_FALSE(has_poll("ctx, &s->e, false, NULL, NULL, NULL"));
    EXPECT_TRUE(has_poll("ctx, &s->e, false, read_cb, poll_cb, ready"));
    EXPECT_FALSE(has_poll("ctx, &s->e, NULL, NULL, NULL"));
    EXPECT_TRUE(has_poll("ctx, &s->e, read_cb, poll_cb, ready"));
}

TEST(TraitsTest, WakingByAioCoWakeIsSeen)
{
    EXPECT_TRUE(Read(With("void f() { aio_co_wake(laiocb->co); }"))
                    .wakes_by_aio_co_wake);
    EXPECT_FALSE(Read(With("")).wakes_by_aio_co_wake);
}

TEST(TraitsTest, TextWithoutInitIsRefused)
{
    EXPECT_EQ(ErrorOf("int main(void) { return 0; }\n"),
              "linux-aio.c:1: not a linux-aio source file: it defines no "
              "laio_init that others can call");
    EXPECT_NE(ErrorOf(""), "no error");
    EXPECT_NE(ErrorOf("static void *laio_init(void) {}"), "no error");
    EXPECT_NE(ErrorOf("void *laio_init(void);"), "no error");
}

struct UnknownFormCase {
    const char *name;
    const char *text;
};

class UnknownFormTest : public ::testing::TestWithParam<UnknownFormCase> {};

TEST_P(UnknownFormTest, IsRefusedWithItsLine)
{
    const std::string error = ErrorOf(With(GetParam().text));
    EXPECT_EQ(error.rfind("linux-aio.c:5: ", 0), 0u) << error;
}

INSTANTIATE_TEST_SUITE_P(
    Forms, UnknownFormTest,
    ::testing::Values(
        UnknownFormCase{"Submit",
                        "\nvoid *laio_submit(int fd, void *opaque) {}"},
        UnknownFormCase{"CoSubmit", "\nint laio_co_submit(int fd) {}"},
        UnknownFormCase{"CoSubmitOrder",
                        "\nint laio_co_submit(BlockDriverState *bs, int a, "
                        "int b, int c, int d, int e, int f) {}"},
        UnknownFormCase{"Plug",
                        "\nvoid laio_io_plug(int a) {} "
                        "void laio_io_unplug(void *b, void *s) {}"},
        UnknownFormCase{"PlugAlone", "\nvoid laio_io_plug(void) {}"},
        UnknownFormCase{"Unplug",
                        "void laio_io_plug(void *b, void *s) {}\n"
                        "void laio_io_unplug(void *b, void *s, int x) {}"},
        UnknownFormCase{"AttachAlone",
                        "\nvoid laio_attach_aio_context(void *s, void *c) {}"},
        UnknownFormCase{"Cleanup", "\nvoid laio_cleanup(void) {}"}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(TraitsTest, InitOfUnknownFormIsRefused)
{
    EXPECT_EQ(ErrorOf("void *laio_init(int events)\n{}").rfind(
                  "linux-aio.c:1: cannot call laio_init(int events)", 0),
              0u);
}

TEST(TraitsTest, DescriptionHasOneLinePerTrait)
{
    EXPECT_EQ(DescribeTraits(Traits()),
              "typed_state: no\ninit_takes_errp: no\nhas_cleanup: no\n"
              "has_attach: no\nhas_submit: no\nco_submit: absent\n"
              "plug: absent\nunplug: absent\nhas_fdsync: no\nhas_fua: no\n"
              "locks_context: no\nwakes_by_aio_co_wake: no\n"
              "reaps_from_ring: no\n"
              "has_io_poll: no\nsleeps_in_context: no\n");
}

}  // namespace
}  // namespace laio
