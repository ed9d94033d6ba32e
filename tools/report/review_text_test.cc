#include "tools/report/review_text.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>

#include "tools/cpp/runfiles/runfiles.h"

namespace laio {
namespace {

using bazel::tools::cpp::runfiles::Runfiles;

std::string Golden(const std::string &name)
{
    std::string why;
    std::unique_ptr<Runfiles> runfiles(Runfiles::CreateForTest(&why));
    EXPECT_TRUE(runfiles) << why;
    std::ifstream in(
        runfiles->Rlocation("laio/tools/report/testdata/" + name));
    return std::string(std::istreambuf_iterator<char>(in), {});
}

// To write them anew, in this folder:
// LAIO_WRITE_GOLDENS=$PWD/testdata bazel run :review_text_test
void ExpectGolden(const std::string &text, const std::string &name)
{
    if (const char *folder = std::getenv("LAIO_WRITE_GOLDENS")) {
        std::ofstream(std::string(folder) + "/" + name) << text;
        FAIL() << "wrote " << name;
    }
    EXPECT_EQ(text, Golden(name));
}

SalvageResult ExampleMail()
{
    SalvagedFile file;
    file.path = "block/linux-aio.c";
    file.grade = Grade::kGuessed;
    file.reason = "no layout of the 2 lines below has the blob id of the mail";
    file.pre = "1234abc";
    file.post = "5678def";
    file.base = "blob 1234abc, in commit 0123456789ab";
    file.hunks = 2;
    file.insertions = 3;
    file.deletions = 1;
    file.uncertain = {{12, "    int  head;", {"    int head;"}},
                      {13, "    int  tail;", {}}};
    SalvageResult mail;
    mail.source = "reply.mbox";
    mail.author = "An Author <author@example.org>";
    mail.date = "Tue, 1 Mar 2022 10:00:00 +0000";
    mail.subject = "linux-aio: read completions from the ring";
    mail.notes = {"the line breaks of the mail were lost"};
    mail.comments = {{"A Reviewer",
                      "This is a nice trick.\n\nBut why the tab?",
                      "commit message", "", 0, 0}};
    mail.files = {file};
    FilePatch patch;
    patch.new_path = file.path;
    patch.hunks.push_back({1, 2, 1, 4, "",
                           {{LineKind::kRemoved, "a"},
                            {LineKind::kAdded, "b"},
                            {LineKind::kAdded, "c"},
                            {LineKind::kAdded, "d"}}});
    mail.patch.files = {patch};
    return mail;
}

FixResult ExampleStyle()
{
    Finding tab{"block/linux-aio.c", 12, StyleLevel::kError,
                "tab-indent", "code indent should never use tabs", true,
                5, "+\tint head;", 1};
    Finding word{"block/linux-aio.c", 30, StyleLevel::kWarning,
                 "block-comment", "Block comments use a leading /* on a "
                 "separate line", false, 9, "+/* x", 1};
    FixResult style;
    style.before.findings = {tab, word};
    style.before.errors = 1;
    style.before.warnings = 1;
    style.after.findings = {word};
    style.after.warnings = 1;
    style.applied = 1;
    return style;
}

RunResult Verdicts(Verdict nested)
{
    ScenarioResult same{"ring/wrap/every-event", "Every event arrives.",
                        Verdict::kPass, "", {}};
    ScenarioResult old{"queue/zero/no-crash", "Nothing taken is no harm.",
                       Verdict::kCrash, "SIGSEGV", {}};
    ScenarioResult changed{
        "ring/nested-poll/each-event-once",
        "A callback that polls sees each event once.", nested,
        nested == Verdict::kPass ? "" : "request 1 completed twice",
        {{1, 0, Actor::kCaller, Actor::kLoop, "aio_poll"},
         {2, 1, Actor::kLoop, Actor::kCaller, "cb(1) ret=512"},
         {3, 2, Actor::kLoop, Actor::kCaller, "cb(1) ret=512", true}}};
    return {"subject", {old, changed, same}};
}

Measurement Measured(const std::string &engine, const std::string &reap,
                     double iops, double user_ns)
{
    Measurement m;
    m.engine = engine;
    m.reap = reap;
    m.file = "a temporary file";
    m.rw = "randread";
    m.qd = 32;
    m.bs_bytes = 4096;
    m.iops = iops;
    m.user_ns_per_io = user_ns;
    m.sys_ns_per_io = 1500;
    m.syscalls_per_io = {{"io_submit", 0.031}};
    m.p99_us = 40;
    return m;
}

ReviewReport ExampleReport()
{
    ReviewReport report;
    report.input = "reply.mbox";
    report.mails = {ExampleMail()};
    FileChange change;
    change.path = "block/linux-aio.c";
    change.before = "a";
    change.after = "b";
    change.hunks = {{1, 10, 0}, {2, 33, 3}};
    report.changes = {change};
    report.style = {ExampleStyle()};
    JudgedFile judged;
    judged.path = "block/linux-aio.c";
    judged.before.compiled = Compiled{true, "a.so", "", 0, 0};
    judged.after.compiled = Compiled{
        true, "b.so",
        "block/linux-aio.c:14:9: warning: unused variable 'tail'\n", 1, 0};
    judged.before.run = Verdicts(Verdict::kPass);
    judged.after.run = Verdicts(Verdict::kFail);
    judged.bench = Compare({{Measured("after", "ring", 210000, 400),
                             Measured("before", "getevents", 200000, 500)},
                            {Measured("after", "ring", 230000, 380),
                             Measured("before", "getevents", 200000, 510)}});
    report.judged = judged;
    report.next_version = "out/next-version.patch";
    report.reproduce = {"laio review --tree qemu reply.mbox"};
    return report;
}

TEST(ReviewText, SaysEverythingThatWasFoundOut)
{
    ExpectGolden(ReviewText(ExampleReport()), "everything.txt");
}

TEST(ReviewText, SaysWhatWasNotDoneAndWhy)
{
    ReviewReport report = ExampleReport();
    report.judged.reset();
    report.style.clear();
    report.next_version.clear();
    report.apply_problem =
        "block/linux-aio.c: hunk 2 does not match line 33 or any other";
    report.notes = {"nothing was compiled, run or measured: the patch does "
                    "not apply"};

    ExpectGolden(ReviewText(report), "does_not_apply.txt");
}

TEST(ReviewText, ShowsTheCompilersWordsWhenThePatchBreaksTheBuild)
{
    ReviewReport report = ExampleReport();
    report.judged->after.compiled =
        Compiled{false, "", "block/linux-aio.c:14:9: error: expected ';'\n",
                 0, 1};
    report.judged->after.run.reset();
    report.judged->bench.reset();
    report.judged->bench_note =
        "not measured: it takes both sides to compare";

    ExpectGolden(ReviewText(report), "does_not_compile.txt");
}

TEST(ReviewText, NoLineIsWiderThanAMailCarries)
{
    std::istringstream lines(ReviewText(ExampleReport()));
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(line.size(), 76u) << line;
    }
}

TEST(HasFindings, TellsACleanReviewFromOneThatIsNot)
{
    ReviewReport clean = ExampleReport();
    clean.style = {FixResult{}};
    clean.judged->after.run = Verdicts(Verdict::kPass);
    EXPECT_FALSE(HasFindings(clean));

    ReviewReport style = clean;
    style.style = {ExampleStyle()};
    EXPECT_TRUE(HasFindings(style));

    ReviewReport worse = clean;
    worse.judged->after.run = Verdicts(Verdict::kHang);
    EXPECT_TRUE(HasFindings(worse));

    ReviewReport build = clean;
    build.judged->after.compiled->ok = false;
    EXPECT_TRUE(HasFindings(build));

    ReviewReport apply = clean;
    apply.apply_problem = "hunk 1 does not match";
    EXPECT_TRUE(HasFindings(apply));
}

}  // namespace
}  // namespace laio
