#include "tools/port/idioms.h"

#include <gtest/gtest.h>

namespace laio::port {
namespace {

struct Idiom {
    const char *name;
    const char *ours;
    const char *theirs;
};

// Each row of IDIOMS.md that needs no target to be known.
const Idiom kIdioms[] = {
    {"Null", "x = nullptr;", "x = NULL;"},
    {"StaticCast", "x = static_cast<size_t>(res);", "x = (size_t)res;"},
    {"CastOfAnExpression", "static_cast<long long>(a + b)",
     "(long long)(a + b)"},
    {"ReinterpretCast", "reinterpret_cast<void *>(p->q)", "(void *)p->q"},
    {"CastInACast", "static_cast<int>(static_cast<unsigned>(x))",
     "(int)((unsigned)x)"},
    {"Minimum", "std::min(a, b)", "MIN(a, b)"},
    {"Maximum", "std::max(a, 0)", "MAX(a, 0)"},
    {"Constant", "static constexpr unsigned MAX_EVENTS = 1024;\nint x;",
     "#define MAX_EVENTS 1024\nint x;"},
    {"OpaquePointer", "auto *e = static_cast<EventNotifier *>(opaque);",
     "EventNotifier *e = opaque;"},
    {"PointerToAnother", "const auto *r = reinterpret_cast<Ring *>(ctx);",
     "const Ring *r = (Ring *)ctx;"},
    {"New", "auto *s = new LinuxAioState();",
     "LinuxAioState *s = g_new0(LinuxAioState, 1);"},
    {"Delete", "    delete s;", "    g_free(s);"},
    {"LineComment", "    // One line.\n    x();",
     "    /* One line. */\n    x();"},
    {"LinesOfComment", "    // Two\n    // lines.\n    x();",
     "    /*\n     * Two\n     * lines.\n     */\n    x();"},
    {"CommentBehindCode", "x(); // why\ny();", "x(); /* why */\ny();"},
};

class IdiomsTest : public testing::TestWithParam<Idiom> {};

TEST_P(IdiomsTest, IsWrittenInC)
{
    EXPECT_EQ(ToC(GetParam().ours, ""), GetParam().theirs);
}

INSTANTIATE_TEST_SUITE_P(
    All, IdiomsTest, testing::ValuesIn(kIdioms),
    [](const auto &info) { return std::string(info.param.name); });

TEST(IdiomsTest, TagOfTheTargetIsUsedAsATag)
{
    EXPECT_EQ(ToC("qemu_laiocb *x; QSIMPLEQ_ENTRY(qemu_laiocb) next;",
                  "struct qemu_laiocb { int x; };\n"),
              "struct qemu_laiocb *x; QSIMPLEQ_ENTRY(qemu_laiocb) next;");
}

TEST(IdiomsTest, TypeOfTheTargetStaysAType)
{
    EXPECT_EQ(ToC("State *s;", "struct State { int x; };\nState *f(void);\n"),
              "State *s;");
}

TEST(IdiomsTest, MemberHasTheTargetsName)
{
    EXPECT_EQ(ToC("f(&s->notifier);", "int g(S *s) { return s->e; }\n"),
              "f(&s->e);");
    EXPECT_EQ(ToCxx("f(&s->e, NULL);", "int g() { return s->notifier; }\n"),
              "f(&s->notifier, nullptr);");
}

TEST(IdiomsTest, MacroIsAConstantWhereOursHasOne)
{
    std::string ours = "// Why.\nstatic constexpr unsigned MAX_RUN = 1024;\n";
    EXPECT_EQ(ToCxx("/* Why. */\n#define MAX_RUN 128\n#define OTHER 1\n", ours),
              "/* Why. */\nstatic constexpr unsigned MAX_RUN = 128;\n"
              "#define OTHER 1\n");
}

TEST(IdiomsTest, FunctionThatOnlyOursHasATaskForIsLeftOut)
{
    EXPECT_EQ(ToC("int a;\nvoid laio_free_requests(S *s)\n{\n    f(s);\n}\n"
                  "int b;\n",
                  "int a;\n"),
              "int a;\nint b;\n");
}

TEST(IdiomsTest, ErrorThatNobodyTakesIsLeftOut)
{
    std::string ours = "S *f(Error **errp)\n{\n    if (!g()) {\n"
                       "        error_setg(errp, \"no\");\n"
                       "        return NULL;\n    }\n}\n";
    EXPECT_EQ(ToC(ours, "S *f(void)\n{\n}\n"),
              "S *f(Error **errp)\n{\n    if (!g()) {\n"
              "        return NULL;\n    }\n}\n");
    EXPECT_EQ(ToC(ours, "S *f(Error **errp)\n{\n}\n"), ours);
}

TEST(IdiomsTest, ShortNameThatTheTargetLacksIsWrittenOut)
{
    std::string ours = "void f(S *s)\n{\n    Q *q = &s->io_q;\n\n"
                       "    q->n++;\n    g(q);\n}\n";
    EXPECT_EQ(ToC(ours, "void f(S *s)\n{\n    s->io_q.n--;\n}\n"),
              "void f(S *s)\n{\n    Q *q = &s->io_q;\n\n"
              "    s->io_q.n++;\n    g(&s->io_q);\n}\n");
    EXPECT_EQ(ToC(ours, "void f(S *s)\n{\n    Q *q = &s->io_q;\n}\n"), ours);
}

}  // namespace
}  // namespace laio::port
