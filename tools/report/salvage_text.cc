// The sections about what the mail held and how it applied.

#include <fmt/format.h>

#include <sstream>

#include "tools/report/review_sections.h"
#include "tools/report/wrap.h"

namespace laio {
namespace {

constexpr size_t kMostUncertainLines = 8;

std::string CountText(int count, const std::string &what)
{
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string SidesText(const SalvagedFile &file)
{
    std::string text = fmt::format(
        "{}, {}, {}", CountText(file.hunks, "hunk"),
        CountText(file.insertions, "insertion"),
        CountText(file.deletions, "deletion"));
    if (!file.pre.empty()) {
        text += fmt::format("; pre-image {}", file.pre);
    }
    return text;
}

std::string FileText(const SalvagedFile &file)
{
    std::string text = Paragraph(
        "  ", fmt::format("{}: {}", file.path, GradeName(file.grade)));
    text += Paragraph("      ", SidesText(file));
    if (!file.base.empty()) {
        text += Paragraph("      from: ", file.base);
    }
    if (!file.reason.empty()) {
        text += Paragraph("      ", file.reason);
    }
    if (file.grade == Grade::kExact) {
        text += Paragraph(
            "      ",
            fmt::format("blob id {} proves every byte ({} tried, chance of a "
                        "false match {:.1g})",
                        file.post,
                        CountText(static_cast<int>(file.candidates), "layout"),
                        file.false_positive));
    }
    if (!file.uncertain.empty()) {
        text += Paragraph(
            "      ", fmt::format("{} whose layout is a guess:",
                                  CountText(static_cast<int>(
                                                file.uncertain.size()),
                                            "line")));
    }
    for (size_t i = 0; i < file.uncertain.size(); i++) {
        if (i == kMostUncertainLines) {
            text += fmt::format("        (and {} more)\n",
                                file.uncertain.size() - i);
            break;
        }
        text += Excerpt(fmt::format("{:>5}: {}", file.uncertain[i].line,
                                    file.uncertain[i].text),
                        1, "      ");
    }
    return text;
}

// "the commit message", "hunk 2 of block/linux-aio.c, line 118".
std::string About(const Comment &comment)
{
    if (comment.path.empty()) {
        return "the " + comment.about;
    }
    std::string text = comment.path;
    if (comment.hunk) {
        text = fmt::format("hunk {} of {}", comment.hunk, text);
    }
    if (comment.line) {
        text += fmt::format(", line {}", comment.line);
    }
    return text;
}

std::string CommentText(const Comment &comment)
{
    std::string who = comment.author.empty() ? "Remark" : comment.author;
    if (!comment.about.empty()) {
        who += " on " + About(comment);
    }
    std::string text = Paragraph("  ", who + ":");
    std::istringstream lines(comment.text);
    for (std::string line; std::getline(lines, line);) {
        for (const std::string &part : WrapLine(line, kReportWidth - 6)) {
            text += Paragraph("    | ", part);
        }
    }
    return text;
}

std::string MailText(const SalvageResult &mail)
{
    std::string text = Paragraph(
        "  subject:  ", mail.subject_known
                            ? mail.subject
                            : mail.subject + " (made up: the mail has none)");
    text += Paragraph("  author:   ",
                      mail.author.empty() ? "unknown" : mail.author);
    if (!mail.date.empty()) {
        text += Paragraph("  date:     ", mail.date);
    }
    for (const std::string &note : mail.notes) {
        text += Paragraph("  note:     ", note);
    }
    for (const SalvagedFile &file : mail.files) {
        text += FileText(file);
    }
    for (const Comment &comment : mail.comments) {
        text += CommentText(comment);
    }
    return text;
}

std::string PlaceText(const HunkPlace &place)
{
    std::string text = fmt::format("hunk {} at line {}", place.hunk,
                                   place.line);
    if (place.offset) {
        text += fmt::format(" ({:+} from where it says)", place.offset);
    }
    return text;
}

}  // namespace

std::string SalvageSection(const ReviewReport &report)
{
    std::string text = Heading("Salvage");
    for (size_t i = 0; i < report.mails.size(); i++) {
        if (i) {
            text += "\n";
        }
        text += MailText(report.mails[i]);
    }
    return text;
}

std::string ApplySection(const ReviewReport &report)
{
    std::string text = Heading("Apply");
    if (!report.apply_problem.empty()) {
        return text + Paragraph("  does not apply: ", report.apply_problem);
    }
    for (const FileChange &change : report.changes) {
        std::string places;
        for (const HunkPlace &place : change.hunks) {
            places += (places.empty() ? "" : ", ") + PlaceText(place);
        }
        std::string what = change.already_applied ? "is there already"
                           : !change.before       ? "is new"
                           : !change.after        ? "goes"
                                                  : "applies: " + places;
        text += Paragraph("  ", fmt::format("{} {}", change.path, what));
    }
    return text;
}

}  // namespace laio
