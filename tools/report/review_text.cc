#include "tools/report/review_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "tools/report/bench_text.h"
#include "tools/report/review_sections.h"
#include "tools/report/verdict_changes.h"
#include "tools/report/verdict_in_words.h"
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

std::string RunSummary(const ReviewReport &report)
{
    std::vector<VerdictChange> changes = Changes(report);
    auto count = [&](auto predicate) {
        return static_cast<size_t>(
            std::count_if(changes.begin(), changes.end(), predicate));
    };
    return fmt::format(
        "{} newly broken, {} mended, {} broken both times",
        Counted(count([](auto &change) { return change.IsNewFailure(); }),
                "promise"),
        count([](auto &change) { return change.IsFixed(); }),
        count([](auto &change) { return change.FailsBothTimes(); }));
}

// Whether some runs say one thing and some the other.
bool IsUnclear(const Spread &spread)
{
    return spread.low <= 1 && spread.high >= 1;
}

std::string BenchSummary(const Comparison &bench)
{
    std::string text;
    for (const Ratio &ratio : bench.ratios) {
        text += fmt::format("{}{} / {}: IO/s {}, CPU time {}",
                            text.empty() ? "" : "; ", ratio.engine,
                            ratio.over, SpreadText(ratio.iops),
                            SpreadText(ratio.cpu_ns_per_io));
        if (IsUnclear(ratio.iops) && IsUnclear(ratio.cpu_ns_per_io)) {
            text += ", so no difference is shown";
        }
    }
    return text;
}

std::string Reasons(const std::vector<Reason> &reasons, const char *mark)
{
    std::string text;
    for (const Reason &reason : reasons) {
        text += Paragraph(fmt::format("  {} ", mark), reason.what);
        if (!reason.detail.empty()) {
            text += Paragraph("      ", reason.detail);
        }
    }
    return text;
}

// A command line to be pasted: broken between words where it is too long.
std::string CommandText(const std::string &command)
{
    std::string text;
    std::string line = "  ";
    std::istringstream words(command);
    for (std::string word; words >> word;) {
        if (line.size() > 4 && line.size() + word.size() + 3 > kReportWidth) {
            text += line + " \\\n";
            line = "     ";
        }
        line += (line == "  " ? "" : " ") + word;
    }
    return text + line + "\n";
}

}  // namespace

std::string VerdictSection(const ReviewReport &report)
{
    VerdictInWords words = InWords(report);
    return "\n" + Paragraph("  ", words.headline + ".") +
           Reasons(words.against, "-") + Reasons(words.in_favour, "+") + "\n";
}

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
            text += Paragraph("  run:     ", RunSummary(report));
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
    std::string text;
    if (!report.next_version.empty()) {
        text += Heading("Next version");
        text += Paragraph("  ", "Style mended and nothing else; what the "
                                "verdicts say is for its author:");
        for (const std::string &path : report.next_version) {
            text += "  " + path + "\n";
        }
    }
    text += Heading("To see it yourself");
    for (const std::string &command : report.reproduce) {
        text += CommandText(command);
    }
    return text;
}

std::string ReviewText(const ReviewReport &report)
{
    return Paragraph("Review of ", report.input) + VerdictSection(report) +
           SummarySection(report) + SalvageSection(report) +
           ApplySection(report) + SeriesSection(report) +
           StyleSection(report) + CompileSection(report) +
           RunSection(report) + BenchSection(report) +
           ReproduceSection(report);
}

}  // namespace laio
