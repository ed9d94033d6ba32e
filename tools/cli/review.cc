#include "tools/cli/review.h"

#include <fmt/format.h>

#include <cstddef>
#include <utility>

#include "tests/harness/traits.h"
#include "tools/patch/apply.h"
#include "tools/patch/salvage.h"
#include "tools/report/pre_images.h"
#include "tools/style/built_on.h"
#include "tools/style/style.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

bool IsSourceFile(const std::string &path)
{
    std::string suffix = fs::path(path).extension();
    return suffix == ".c" || suffix == ".cc" || suffix == ".cpp";
}

bool DefinesLaioInit(const std::optional<std::string> &text,
                     const std::string &path)
{
    return text && ReadTraits(*text, path).ok();
}

std::optional<Source> SourceOf(const std::optional<std::string> &text,
                               const std::string &path)
{
    if (!text) {
        return std::nullopt;
    }
    return Source{path, *text};
}

// Each patch on those before it, up to the first that does not apply.
void ApplySteps(const PatchSeries &series, const Tree &tree,
                ReviewReport &report)
{
    report.steps.resize(series.size());
    for (size_t i = 0; i < series.size(); i++) {
        auto end = series.begin() + static_cast<std::ptrdiff_t>(i) + 1;
        Result<std::vector<FileChange>> changes =
            ApplyToMemory(PatchSeries(series.begin(), end), tree);
        if (!changes.ok()) {
            report.steps[i].problem = changes.error().message;
            report.apply_problem =
                fmt::format("patch {} of {}: {}", i + 1, series.size(),
                            changes.error().message);
            return;
        }
        report.steps[i].changes = *std::move(changes);
    }
}

bool IsHeader(const std::string &path)
{
    return fs::path(path).extension() == ".h";
}

// The file after every patch of a series but the last, whose is `after`.
std::vector<std::optional<Source>> StepSources(const JudgedSource &judged,
                                               const ReviewReport &report)
{
    std::vector<std::optional<Source>> sources;
    for (size_t i = 0; i + 1 < report.steps.size(); i++) {
        std::optional<Source> source = judged.before;
        for (const FileChange &change : report.steps[i].changes) {
            if (change.path == judged.path) {
                source = SourceOf(change.after, change.path);
            }
        }
        sources.push_back(std::move(source));
    }
    return sources;
}

}  // namespace

Status SalvageStage(const std::vector<Mail> &mails, const ReviewBase &base,
                    ReviewReport &report)
{
    Result<std::vector<SalvageResult>> salvaged =
        SalvageSeries(mails, *base.tree);
    if (!salvaged.ok()) {
        return salvaged.error();
    }
    report.mails = *std::move(salvaged);
    return Ok();
}

void ApplyStage(const ReviewBase &base, ReviewReport &report)
{
    PatchSeries series;
    for (const SalvageResult &mail : report.mails) {
        series.push_back(mail.patch);
    }
    MemoryTree pre_images = PreImages(report);
    const Tree &tree =
        base.chosen ? *base.tree : static_cast<const Tree &>(pre_images);
    Result<std::vector<FileChange>> changes = ApplyToMemory(series, tree);
    if (changes.ok()) {
        report.changes = *std::move(changes);
    } else {
        report.apply_problem = changes.error().message;
    }
    if (series.size() > 1) {
        ApplySteps(series, tree, report);
    }
}

// What later patches of a series build on stays as it is.
void StyleStage(ReviewReport &report)
{
    style::BuiltOn built_on;
    int number = 0;
    for (const SalvageResult &mail : report.mails) {
        built_on.Add(mail.patch_text, number++);
    }
    number = 0;
    StyleOptions options;
    options.is_built_on = [&](std::string_view path, std::string_view line) {
        return built_on.Has(path, line, number);
    };
    for (const SalvageResult &mail : report.mails) {
        report.style.push_back(
            mail.patch_text.empty()
                ? FixResult{}
                : FixPatch(mail.patch_text, mail.source, options));
        number++;
    }
}

std::optional<JudgedSource> FindJudgedSource(ReviewReport &report)
{
    if (!report.apply_problem.empty()) {
        report.notes.push_back("nothing was compiled, run or measured: the "
                               "patch does not apply");
        return std::nullopt;
    }
    std::optional<JudgedSource> found;
    for (const FileChange &change : report.changes) {
        if (IsHeader(change.path)) {
            report.notes.push_back(fmt::format(
                "{} is not part of what was compiled: headers are those that "
                "ship with laio",
                change.path));
        }
        if (!IsSourceFile(change.path) ||
            (!DefinesLaioInit(change.before, change.path) &&
             !DefinesLaioInit(change.after, change.path))) {
            continue;
        }
        if (found) {
            report.notes.push_back(fmt::format(
                "{} defines laio_init too; only {} was judged", change.path,
                found->path));
            continue;
        }
        found = JudgedSource{change.path, SourceOf(change.before, change.path),
                             SourceOf(change.after, change.path), {}};
    }
    if (found) {
        found->steps = StepSources(*found, report);
    }
    if (!found) {
        report.notes.push_back("nothing was compiled, run or measured: the "
                               "patch touches no file that defines laio_init");
    }
    return found;
}

}  // namespace laio
