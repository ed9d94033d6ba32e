// patched_file MAIL BASE PATH: BASE with the patch of a mail on it, on stdout.
//
//   PATH  what the patch calls BASE
// For the rule patched_subject(). Exit status as that of laio.

#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>

#include "tools/base/result.h"
#include "tools/git/tree.h"
#include "tools/mail/mail.h"
#include "tools/patch/apply.h"
#include "tools/patch/salvage.h"

namespace laio {
namespace {

Result<std::string> ReadFile(const std::string &path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        return BadInput("cannot read " + path);
    }
    return std::string(std::istreambuf_iterator<char>(in), {});
}

// Every file of the series must be there, so that no part of it is lost.
Result<PatchSeries> SalvageAll(const std::vector<Mail> &mails,
                               const Tree &tree)
{
    Result<std::vector<SalvageResult>> salvaged = SalvageSeries(mails, tree);
    if (!salvaged.ok()) {
        return salvaged.error();
    }
    PatchSeries series;
    for (const SalvageResult &result : *salvaged) {
        for (const SalvagedFile &file : result.files) {
            if (file.grade == Grade::kFailed) {
                return BadInput(result.source + ": " + file.path + ": " +
                                file.reason);
            }
        }
        series.push_back(result.patch);
    }
    return series;
}

Result<std::string> Patched(const std::string &mail, const std::string &base,
                            const std::string &path)
{
    Result<std::string> bytes = ReadFile(mail);
    Result<std::string> content = ReadFile(base);
    if (!bytes.ok() || !content.ok()) {
        return bytes.ok() ? content.error() : bytes.error();
    }
    MemoryTree tree;
    tree.Put(path, *content);
    Result<std::vector<Mail>> mails = DecodeMail(*bytes, mail);
    if (!mails.ok()) {
        return mails.error();
    }
    Result<PatchSeries> series = SalvageAll(*mails, tree);
    if (!series.ok()) {
        return series.error();
    }
    Result<std::vector<FileChange>> changes = ApplyToMemory(*series, tree);
    if (!changes.ok()) {
        return changes.error();
    }
    for (const FileChange &change : *changes) {
        if (change.path == path && change.after) {
            return *change.after;
        }
    }
    return BadInput(mail + " has no patch to " + path);
}

int Main(int argc, char **argv)
{
    if (argc != 4) {
        std::cerr << "usage: patched_file MAIL BASE PATH\n";
        return static_cast<int>(ErrorKind::kUsage);
    }
    Result<std::string> text = Patched(argv[1], argv[2], argv[3]);
    if (!text.ok()) {
        std::cerr << "patched_file: " << text.error().message << "\n";
        return static_cast<int>(text.error().kind);
    }
    std::cout << *text << std::flush;
    return std::cout ? 0 : static_cast<int>(ErrorKind::kEnvironment);
}

}  // namespace
}  // namespace laio

int main(int argc, char **argv)
{
    return laio::Main(argc, argv);
}
