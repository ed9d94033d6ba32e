// The sections about the mails.

#include <fmt/format.h>

#include "tools/report/page_parts.h"
#include "tools/report/verdict_in_words.h"

namespace laio {
namespace {

void AddPair(html::Element list, const std::string &term,
             const std::string &text)
{
    if (!text.empty()) {
        list.AddText("dt", term);
        list.AddText("dd", text);
    }
}

std::string HowSure(const SalvagedFile &file)
{
    if (file.grade == Grade::kExact) {
        return fmt::format("EXACT: blob id {} proves every byte, {} tried, "
                           "chance of a false match {:.1g}",
                           file.post, Counted(file.candidates, "layout"),
                           file.false_positive);
    }
    std::string text = GradeName(file.grade);
    if (!file.reason.empty()) {
        text += ": " + file.reason;
    }
    if (!file.uncertain.empty()) {
        text += fmt::format("; {} of guessed layout",
                            Counted(file.uncertain.size(), "line"));
    }
    return text;
}

std::string HowApplied(const ReviewReport &report, const std::string &path)
{
    for (const FileChange &change : report.changes) {
        if (change.path != path) {
            continue;
        }
        std::string text;
        for (const HunkPlace &place : change.hunks) {
            text += fmt::format("{}hunk {} at line {}",
                                text.empty() ? "" : ", ", place.hunk,
                                place.line);
            text += place.offset ? fmt::format(" ({:+})", place.offset) : "";
        }
        return change.already_applied ? "is there already"
               : text.empty()         ? "applies"
                                      : text;
    }
    return report.apply_problem.empty() ? "" : "does not apply";
}

void AddMail(html::Element section, const ReviewReport &report,
             const SalvageResult &mail)
{
    section.AddText("h3", mail.subject_known
                              ? mail.subject
                              : mail.subject + " (made up)");
    html::Element list = section.Add("dl");
    AddPair(list, "Author", mail.author.empty() ? "unknown" : mail.author);
    AddPair(list, "Date", mail.date);
    for (const std::string &note : mail.notes) {
        AddPair(list, "Note", note);
    }
    html::Element rows =
        AddTable(section, "files", "Files of " + mail.subject,
                 {"File", "How sure", "#Added", "#Removed", "Applied"});
    for (const SalvagedFile &file : mail.files) {
        html::Element row = rows.Add("tr");
        row.Add("th", {{"scope", "row"}, {"class", "name code"}}, file.path);
        row.AddText("td", HowSure(file));
        row.Add("td", {{"class", "number"}}, std::to_string(file.insertions));
        row.Add("td", {{"class", "number"}}, std::to_string(file.deletions));
        row.AddText("td", HowApplied(report, file.path));
    }
    if (!mail.message.empty()) {
        html::Element details = section.Add("details");
        details.AddText("summary", "The commit message");
        details.AddText("pre", mail.message);
    }
}

std::string StepOutcome(const ReviewReport &report, size_t step)
{
    const PatchStep &patch = report.steps[step];
    if (!patch.problem.empty()) {
        return "does not apply: " + patch.problem;
    }
    if (!patch.after.compiled) {
        return "applies; not compiled";
    }
    return patch.after.compiled->ok ? "applies, compiles"
                                    : "does not compile";
}

}  // namespace

void AddSalvage(html::Element parent, const ReviewReport &report)
{
    html::Element section = AddSection(parent, "salvage", "Salvage and apply");
    for (const SalvageResult &mail : report.mails) {
        AddMail(section, report, mail);
    }
    if (!report.apply_problem.empty()) {
        section.Add("p", {{"class", "bad"}},
                    "✗ Does not apply: " + report.apply_problem);
    }
}

void AddSeries(html::Element parent, const ReviewReport &report)
{
    if (report.steps.empty()) {
        return;
    }
    html::Element section = AddSection(parent, "series", "Patch by patch");
    html::Element rows = AddTable(
        section, "series", "What each patch does to those before it",
        {"Patch", "Outcome", "#Promises newly broken", "First that breaks"});
    std::optional<size_t> first = FirstBreakingStep(report);
    for (size_t i = 0; i < report.steps.size(); i++) {
        size_t broken = 0;
        for (const VerdictChange &change : ChangesOfStep(report, i)) {
            broken += change.IsNewFailure();
        }
        html::Element row = rows.Add("tr");
        row.Add("th", {{"scope", "row"}, {"class", "name"}},
                report.mails[i].subject);
        row.AddText("td", StepOutcome(report, i));
        row.Add("td", {{"class", "number"}}, std::to_string(broken));
        row.Add("td", {{"class", first == i ? "bad mark" : ""}},
                first == i ? "✗ this one" : "");
    }
}

}  // namespace laio
