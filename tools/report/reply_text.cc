#include "tools/report/reply_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "tools/report/annotated_patch.h"
#include "tools/report/breakages.h"
#include "tools/report/verdict_in_words.h"
#include "tools/report/verdicts_text.h"
#include "tools/report/wrap.h"

namespace laio {
namespace {

constexpr size_t kLinesOfContext = 5;
constexpr int kChartEvents = 20;

// Bytes stay as they are but for those that would steer a terminal.
std::string Quoted(const std::string &line)
{
    if (line.find_first_not_of(' ') == std::string::npos) {
        return ">\n";
    }
    std::string quoted = "> " + line;
    std::replace_if(
        quoted.begin(), quoted.end(),
        [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7f; },
        '?');
    return quoted + "\n";
}

std::string QuotedLines(const std::string &text)
{
    std::string quoted;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        quoted += Quoted(line);
    }
    return quoted;
}

// "An Author <author@example.org>" -> "An Author".
std::string NameOf(const std::string &author)
{
    size_t end = author.find(" <");
    std::string name = end == std::string::npos ? author
                                                : author.substr(0, end);
    std::erase(name, '"');
    return name.empty() ? "somebody" : name;
}

std::string Greeting(const SalvageResult &mail)
{
    std::string on = mail.date.empty() ? "" : "On " + mail.date + ", ";
    return Paragraph("", on + NameOf(mail.author) + " wrote:");
}

std::string StyleNote(const PatchNote &note)
{
    std::string where =
        note.more ? fmt::format(" Here and on the {} below.",
                                Counted(static_cast<size_t>(note.more),
                                        "line"))
                  : "";
    return Paragraph("", fmt::format("checkpatch: {}.{}", note.text, where));
}

std::string NoteText(const PatchNote &note)
{
    switch (note.kind) {
    case NoteKind::kStyle:
        return StyleNote(note);
    case NoteKind::kCompiler:
        return Paragraph("", note.label + ": " + note.text);
    case NoteKind::kReviewer:
        break;
    }
    return "";
}

std::string NotesText(const std::vector<PatchNote> &notes)
{
    std::string text;
    for (const PatchNote &note : notes) {
        text += NoteText(note);
    }
    return text.empty() ? "" : "\n" + text + "\n";
}

std::string QuotedRow(const PatchRow &row)
{
    switch (row.kind) {
    case RowKind::kFile:
        return Quoted("diff --git a/" + row.text + " b/" + row.text);
    case RowKind::kHunk:
        return Quoted(row.text);
    case RowKind::kAdded:
        return Quoted("+" + row.text);
    case RowKind::kRemoved:
        return Quoted("-" + row.text);
    case RowKind::kContext:
        break;
    }
    return Quoted(" " + row.text);
}

// Which rows are quoted: those with notes, what stands right above them, and
// the heads of their hunk and file.
std::vector<bool> RowsToQuote(const std::vector<PatchRow> &rows)
{
    std::vector<bool> quote(rows.size());
    size_t file = 0;
    size_t hunk = 0;
    for (size_t i = 0; i < rows.size(); i++) {
        if (rows[i].kind == RowKind::kFile) {
            file = i;
            hunk = i;
        } else if (rows[i].kind == RowKind::kHunk) {
            hunk = i;
        }
        if (NotesText(rows[i].notes).empty()) {
            continue;
        }
        quote[file] = true;
        quote[hunk] = true;
        size_t above = std::max(hunk, i - std::min(i, kLinesOfContext));
        std::fill(quote.begin() + static_cast<std::ptrdiff_t>(above),
                  quote.begin() + static_cast<std::ptrdiff_t>(i) + 1, true);
    }
    return quote;
}

std::string DiffText(const AnnotatedPatch &patch)
{
    std::vector<bool> quote = RowsToQuote(patch.rows);
    std::string text;
    bool left_out = false;
    for (size_t i = 0; i < patch.rows.size(); i++) {
        if (!quote[i]) {
            left_out = true;
            continue;
        }
        if (left_out) {
            text += "> [...]\n";
            left_out = false;
        }
        text += QuotedRow(patch.rows[i]) + NotesText(patch.rows[i].notes);
    }
    return left_out ? text + "> [...]\n" : text;
}

// What running it showed, under the message: it is about the whole patch.
std::string RunText(const std::vector<VerdictChange> &changes)
{
    std::string text;
    for (const Breakage &breakage : GroupBreakages(changes)) {
        size_t others = breakage.scenarios.size() - 1;
        text += "\n" + ScenarioText(breakage.Example(), "", kChartEvents);
        if (others) {
            text += Paragraph(
                "", fmt::format("({} in the same way.)",
                                Counted(others, "other scenario") +
                                    (others == 1 ? " breaks" : " break")));
        }
    }
    return text.empty() ? ""
                        : "\n" +
                              Paragraph("",
                                        "With this applied, promises are "
                                        "broken that were kept before:") +
                              text;
}

std::string ProblemText(const ReviewReport &report, size_t mail)
{
    if (!report.steps.empty() && !report.steps[mail].problem.empty()) {
        return "\n" + Paragraph("", "This does not apply: " +
                                        report.steps[mail].problem);
    }
    if (mail + 1 == report.mails.size() && !report.apply_problem.empty()) {
        return "\n" +
               Paragraph("", "This does not apply: " + report.apply_problem);
    }
    return "";
}

std::string MailText(const ReviewReport &report, size_t i)
{
    const SalvageResult &mail = report.mails[i];
    AnnotatedPatch patch = AnnotatePatch(report, i);
    std::string text = Greeting(mail);
    if (report.mails.size() > 1) {
        text += Quoted("Subject: " + mail.subject) + ">\n";
    }
    text += QuotedLines(mail.message) + ProblemText(report, i);
    text += RunText(report.steps.empty() ? Changes(report)
                                         : ChangesOfStep(report, i));
    std::string general = NotesText(patch.general);
    text += general.empty() ? "\n" : general;
    std::string diff = DiffText(patch);
    if (diff == "> [...]\n") {
        return text + (HasFindings(report) ? "" : "Nothing was found against "
                                                  "it.\n");
    }
    return text + diff;
}

// Whether there is anything to say about one patch of a series.
bool HasAnswer(const ReviewReport &report, size_t i)
{
    AnnotatedPatch patch = AnnotatePatch(report, i);
    bool notes = !NotesText(patch.general).empty();
    for (const PatchRow &row : patch.rows) {
        notes = notes || !NotesText(row.notes).empty();
    }
    return notes || !ProblemText(report, i).empty() ||
           !GroupBreakages(ChangesOfStep(report, i)).empty();
}

}  // namespace

std::string ReplyText(const ReviewReport &report)
{
    std::string text;
    for (size_t i = 0; i < report.mails.size(); i++) {
        if (report.mails.size() == 1 || HasAnswer(report, i)) {
            text += (text.empty() ? "" : "\n") + MailText(report, i);
        }
    }
    return text.empty() ? "Nothing was found against any of these.\n" : text;
}

}  // namespace laio
