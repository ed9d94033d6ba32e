// laio salvage: from the text of a mail to a patch that `git am` takes.

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <ostream>

#include "tools/cli/commands.h"
#include "tools/cli/json_text.h"
#include "tools/cli/patch_input.h"
#include "tools/patch/patch_json.h"

namespace laio {
namespace {

constexpr const char *kName = "salvage";

struct Options {
    std::string tree;
    std::string base;
    std::string output;
    std::string series;
    std::uint64_t max_candidates = SalvageOptions().max_candidates;
    std::string mail;
};

Status WriteFile(const std::filesystem::path &path, const std::string &text)
{
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file) {
        return EnvironmentError(
            fmt::format("cannot write {}", path.string()));
    }
    return Ok();
}

// "0002-block-linux-aio-fix.patch": letters and digits of the subject.
std::string SeriesName(std::size_t number, std::string subject)
{
    if (subject.starts_with('[')) {
        subject.erase(0, subject.find(']') + 1);
    }
    std::string name;
    for (unsigned char c : subject) {
        if (std::isalnum(c)) {
            name += char(c);
        } else if (!name.empty() && name.back() != '-') {
            name += '-';
        }
    }
    name = name.substr(0, 52);
    while (name.ends_with('-')) {
        name.pop_back();
    }
    return fmt::format("{:04}-{}.patch", number, name);
}

Status WriteSeries(const std::filesystem::path &folder,
                   const std::vector<SalvageResult> &results)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    for (std::size_t i = 0; i < results.size(); i++) {
        Status written =
            WriteFile(folder / SeriesName(i + 1, results[i].subject),
                      results[i].patch_text);
        if (!written) {
            return written;
        }
    }
    return Ok();
}

std::string AllPatches(const std::vector<SalvageResult> &results)
{
    std::string text;
    for (const SalvageResult &result : results) {
        text += result.patch_text;
    }
    return text;
}

Status WriteResult(Session &session, const Options &options,
                   const std::vector<SalvageResult> &results)
{
    if (session.common.json) {
        session.out << JsonText(ToJson(results));
    }
    if (!options.series.empty()) {
        return WriteSeries(session.Resolve(options.series), results);
    }
    if (!options.output.empty() && options.output != "-") {
        return WriteFile(session.Resolve(options.output), AllPatches(results));
    }
    if (!session.common.json) {
        session.out << AllPatches(results);
    }
    return Ok();
}

Status Run(Session &session, const Options &options)
{
    Result<std::vector<Mail>> mails = ReadMails(session, options.mail);
    if (!mails) {
        return mails.error();
    }
    auto repository = OpenTree(session, options.tree);
    if (!repository) {
        return repository.error();
    }
    Result<std::unique_ptr<Tree>> tree =
        (*repository)->At(options.base.empty() ? "HEAD" : options.base);
    if (!tree) {
        return tree.error();
    }
    SalvageOptions salvage;
    salvage.max_candidates = options.max_candidates;
    auto results = SalvageSeries(*mails, **tree, salvage);
    if (!results) {
        return results.error();
    }
    for (const SalvageResult &result : *results) {
        if (!session.common.quiet) {
            DescribeSalvage(result, session.err);
        }
        if (result.Worst() >= Grade::kGuessed) {
            session.exit_status = 1;
        }
    }
    return WriteResult(session, options, *results);
}

}  // namespace

void AddSalvageCommand(CLI::App &app, Session &session)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand(
        kName, "Recover a patch from a mail, with a grade per file");
    AddCommonOptions(command, session.common);
    command->add_option("--tree", options->tree,
                        "Git checkout or bare repository the patch is for");
    command->add_option("--base", options->base,
                        "Version to fall back on when the patch's blob ids "
                        "are not in the tree");
    CLI::Option *output = command->add_option("-o,--output", options->output,
                                              "Write the patch to this file");
    command->add_option("--series", options->series,
                        "Write one file per patch into this folder")
        ->excludes(output);
    command->add_option("--max-candidates", options->max_candidates,
                        "Layouts to try per file");
    command->add_option("mail", options->mail, "The mail, or - for stdin")
        ->required();
    command->callback([options, &session] {
        Status done = Run(session, *options);
        if (!done) {
            session.Fail(kName, done.error());
        }
    });
}

}  // namespace laio
