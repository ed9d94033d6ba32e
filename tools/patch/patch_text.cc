#include "tools/patch/patch_text.h"

#include <fmt/format.h>

#include "tools/patch/parse.h"

namespace laio {
namespace {

void CompleteHeader(SalvageResult *result)
{
    if (result->subject.empty()) {
        result->subject_known = false;
        result->subject = result->files[0].path + ": patch without a subject";
        result->notes.push_back(
            "the subject is unknown: this mail has no header");
    }
    if (result->author.empty()) {
        result->author = "Unknown Author <unknown@localhost>";
        result->notes.push_back("the author is unknown");
    } else if (result->author.find('<') == std::string::npos) {
        result->author += " <unknown@localhost>";
        result->notes.push_back("the author's address is unknown");
    }
}

}  // namespace

void WritePatchText(SalvageResult *result)
{
    CompleteHeader(result);
    Patch &patch = result->patch;
    if (patch.files.empty()) {
        return;
    }
    std::string subject = result->subject;
    if (!subject.starts_with('[')) {
        subject = "[PATCH] " + subject;
    }
    patch.preamble = fmt::format(
        "From {} Mon Sep 17 00:00:00 2001\nFrom: {}\n",
        std::string(40, '0'), result->author);
    if (!result->date.empty()) {
        patch.preamble += fmt::format("Date: {}\n", result->date);
    }
    patch.preamble += fmt::format(
        "Subject: {}\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n\n{}---\n{}\n",
        subject, result->message, PrintDiffstat(patch));
    patch.trailer = "-- \nlaio\n\n";
    result->patch_text = PrintPatch(patch);
}

}  // namespace laio
