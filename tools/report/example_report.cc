#include "tools/report/example_report.h"

#include <utility>

namespace laio {
namespace {

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

}  // namespace

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

RunResult ExampleVerdicts(Verdict nested)
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

namespace {

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

}  // namespace

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
    judged.before.run = ExampleVerdicts(Verdict::kPass);
    judged.after.run = ExampleVerdicts(Verdict::kFail);
    judged.bench = Compare({{Measured("after", "ring", 210000, 400),
                             Measured("before", "getevents", 200000, 500)},
                            {Measured("after", "ring", 230000, 380),
                             Measured("before", "getevents", 200000, 510)}});
    report.judged = judged;
    report.next_version = {"out/v2-0001-linux-aio.patch"};
    report.reproduce = {"laio review --tree qemu reply.mbox"};
    return report;
}

ReviewReport ExampleSeries()
{
    ReviewReport report = ExampleReport();
    SalvageResult mail = report.mails[0];
    report.mails = {mail, mail, mail};
    FixResult style = report.style[0];
    report.style = {style, FixResult{}, FixResult{}};
    report.steps.resize(3);
    report.steps[0].after = report.judged->before;
    report.steps[1].after = report.judged->after;
    report.steps[2].after = report.judged->after;
    return report;
}

}  // namespace laio
