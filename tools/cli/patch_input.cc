#include "tools/cli/patch_input.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ostream>
#include <sstream>

#include "tools/mail/mail_reader.h"
#include "tools/mail/series_order.h"

namespace laio {
namespace {

std::string WhatIsUncertain(const SalvagedFile &file)
{
    if (file.grade == Grade::kGuessed && !file.uncertain.empty()) {
        return fmt::format(" ({} of {} added lines uncertain)",
                           file.uncertain.size(), file.insertions);
    }
    if (file.grade == Grade::kExact && file.candidates > 1) {
        return fmt::format(" (candidate {}, {:.1g} false positives expected)",
                           file.candidates, file.false_positive);
    }
    return "";
}

void DescribeFile(const SalvagedFile &file, std::ostream &out)
{
    out << fmt::format("{}: {}{}{}{}\n", file.path, GradeName(file.grade),
                       file.post.empty() ? "" : " ", file.post,
                       WhatIsUncertain(file));
    if (!file.reason.empty()) {
        out << "    " << file.reason << "\n";
    }
    if (file.grade == Grade::kFailed) {
        return;
    }
    out << fmt::format("    {} hunk{}, {} insertions, {} deletions{}{}\n",
                       file.hunks, file.hunks == 1 ? "" : "s",
                       file.insertions, file.deletions,
                       file.checked ? ", on " : "", file.base);
}

void DescribeComment(const Comment &comment, std::ostream &out)
{
    out << fmt::format("comment by {} on {}:\n",
                       comment.author.empty() ? "a reviewer" : comment.author,
                       comment.about);
    std::istringstream lines(comment.text);
    for (std::string line; std::getline(lines, line);) {
        out << "    " << line << "\n";
    }
}

}  // namespace

Result<std::vector<Mail>> ReadMails(const Session &session,
                                    const std::string &path)
{
    auto reader = MailReader::Open(session.Resolve(path).string(),
                                   path == "-" ? "stdin" : path);
    if (!reader) {
        return reader.error();
    }
    SeriesOrder order;
    while (true) {
        Result<std::optional<Mail>> mail = (*reader)->Next();
        if (!mail) {
            return mail.error();
        }
        if (!*mail) {
            break;
        }
        order.Add(**std::move(mail));
    }
    order.Finish();
    for (const std::string &note : order.TakeNotes()) {
        session.err << "note: " << note << "\n";
    }
    std::vector<Mail> mails;
    while (std::optional<Mail> mail = order.Take()) {
        mails.push_back(*std::move(mail));
    }
    return mails;
}

Result<std::shared_ptr<GitRepository>> OpenTree(const Session &session,
                                                const std::string &tree)
{
    return GitRepository::Open(tree.empty() ? session.caller_dir.string()
                                            : session.Resolve(tree).string());
}

void DescribeSalvage(const SalvageResult &result, std::ostream &out)
{
    out << fmt::format("{}: patch by {}\n", result.source, result.author);
    if (!result.decoded.empty()) {
        out << fmt::format("undone: {}\n", fmt::join(result.decoded, ", "));
    }
    for (const SalvagedFile &file : result.files) {
        DescribeFile(file, out);
    }
    for (const std::string &note : result.notes) {
        out << "note: " << note << "\n";
    }
    for (const Comment &comment : result.comments) {
        DescribeComment(comment, out);
    }
}

}  // namespace laio
