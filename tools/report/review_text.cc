#include "tools/report/review_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/report/bench_text.h"
#include "tools/report/review_sections.h"
#include "tools/report/verdict_changes.h"
#include "tools/report/wrap.h"

namespace laio {
namespace {

std::string SalvageSummary(const ReviewReport &report)
{
    std::string grades;
    for (const SalvageResult &mail : report.mails) {
        for (const SalvagedFile &file : mail.files) {
            grades += fmt::format("{}{} {}", grades.empty() ? "" : ", ",
                                  file.path, GradeName(file.grade));
        }
    }
    return grades;
}

std::string ApplySummary(const ReviewReport &report)
{
    if (!report.apply_problem.empty()) {
        return "does not apply";
    }
    ChangeCount count;
    size_t hunks = 0;
    for (const SalvageResult &mail : report.mails) {
        ChangeCount of_mail = CountChanges(mail.patch);
        count.insertions += of_mail.insertions;
        count.deletions += of_mail.deletions;
    }
    for (const FileChange &change : report.changes) {
        hunks += change.hunks.size();
    }
    return fmt::format("all {} hunk{}, {} insertion{}, {} deletion{}", hunks,
                       hunks == 1 ? "" : "s", count.insertions,
                       count.insertions == 1 ? "" : "s", count.deletions,
                       count.deletions == 1 ? "" : "s");
}

std::string StyleSummary(const ReviewReport &report)
{
    int errors = 0;
    int warnings = 0;
    size_t left = 0;
    for (const FixResult &style : report.style) {
        errors += style.before.errors;
        warnings += style.before.warnings;
        left += style.after.findings.size();
    }
    if (errors + warnings == 0) {
        return "clean";
    }
    return fmt::format("{} error{}, {} warning{}; {} left after --fix", errors,
                       errors == 1 ? "" : "s", warnings,
                       warnings == 1 ? "" : "s", left);
}

std::string CompileSummary(const JudgedFile &judged)
{
    auto side = [](const std::optional<Compiled> &compiled) {
        return !compiled ? "absent" : compiled->ok ? "yes" : "NO";
    };
    return fmt::format("before {}, after {}", side(judged.before.compiled),
                       side(judged.after.compiled));
}

std::string RunSummary(const JudgedFile &judged)
{
    std::vector<VerdictChange> changes = CompareVerdicts(
        judged.before.run.value_or(RunResult{}), *judged.after.run);
    auto count = [&](auto predicate) {
        return std::count_if(changes.begin(), changes.end(), predicate);
    };
    std::string text = fmt::format(
        "{} promise{} newly broken, {} mended, {} broken both times",
        count([](auto &change) { return change.IsNewFailure(); }),
        count([](auto &change) { return change.IsNewFailure(); }) == 1 ? ""
                                                                       : "s",
        count([](auto &change) { return change.IsFixed(); }),
        count([](auto &change) { return change.FailsBothTimes(); }));
    for (const VerdictChange &change : changes) {
        if (change.IsNewFailure()) {
            text += fmt::format("; {}: {}", change.name,
                                VerdictName(*change.after));
        }
    }
    return text;
}

std::string BenchSummary(const Comparison &bench)
{
    std::string text;
    for (const Ratio &ratio : bench.ratios) {
        text += fmt::format("{}{} / {}: IO/s {}, CPU time {}",
                            text.empty() ? "" : "; ", ratio.engine,
                            ratio.over, SpreadText(ratio.iops),
                            SpreadText(ratio.cpu_ns_per_io));
    }
    return text;
}

}  // namespace

std::string Heading(const std::string &words)
{
    return "\n" + words + "\n" + std::string(words.size(), '-') + "\n";
}

std::string SummarySection(const ReviewReport &report)
{
    std::string text = Paragraph("  salvage: ", SalvageSummary(report));
    text += Paragraph("  apply:   ", ApplySummary(report));
    if (!report.style.empty()) {
        text += Paragraph("  style:   ", StyleSummary(report));
    }
    if (report.judged) {
        text += Paragraph("  compile: ", CompileSummary(*report.judged));
        if (report.judged->after.run) {
            text += Paragraph("  run:     ", RunSummary(*report.judged));
        }
        if (report.judged->bench) {
            text += Paragraph("  bench:   ",
                              BenchSummary(*report.judged->bench));
        }
    }
    for (const std::string &note : report.notes) {
        text += Paragraph("  note:    ", note);
    }
    return text;
}

std::string ReproduceSection(const ReviewReport &report)
{
    std::string text = Heading("To see it yourself");
    for (const std::string &command : report.reproduce) {
        text += "  " + command + "\n";  // whole: it is to be pasted
    }
    if (!report.next_version.empty()) {
        text += Paragraph("  next version, style mended: ",
                          report.next_version);
    }
    return text;
}

std::string ReviewText(const ReviewReport &report)
{
    return Paragraph("Review of ", report.input) + SummarySection(report) +
           SalvageSection(report) + ApplySection(report) +
           StyleSection(report) + CompileSection(report) +
           RunSection(report) + BenchSection(report) +
           ReproduceSection(report);
}

}  // namespace laio
