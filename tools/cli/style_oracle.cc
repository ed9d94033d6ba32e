#include "tools/cli/style_oracle.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <vector>

#include "tools/base/process.h"

namespace laio {
namespace {

// `name:12: ERROR: text` as `12: ERROR: text`.
std::string WithoutName(const std::string &line)
{
    for (const char *level : {": ERROR: ", ": WARNING: "}) {
        size_t at = line.find(level);
        size_t colon = at == line.npos || at == 0 ? line.npos
                                                  : line.rfind(':', at - 1);
        if (colon != line.npos) {
            return line.substr(colon + 1);
        }
    }
    return line;
}

std::multiset<std::string> Lines(std::string_view text)
{
    std::multiset<std::string> lines;
    std::istringstream in{std::string(text)};
    for (std::string line; std::getline(in, line);) {
        if (!line.empty()) {
            lines.insert(WithoutName(line));
        }
    }
    return lines;
}

std::vector<std::string> Command(const OracleRun &run)
{
    std::vector<std::string> command{"perl", run.script.string(), "--terse",
                                     "--no-summary", "--no-tree"};
    if (run.no_signoff) {
        command.push_back("--no-signoff");
    }
    command.push_back(run.is_file ? "-f" : "--patch");
    command.push_back(run.is_file ? run.name : "-");
    return command;
}

}  // namespace

std::string DescribeDifferences(std::string_view theirs,
                                std::string_view ours)
{
    std::multiset<std::string> a = Lines(theirs);
    std::multiset<std::string> b = Lines(ours);
    std::vector<std::string> only_theirs, only_ours;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(only_theirs));
    std::set_difference(b.begin(), b.end(), a.begin(), a.end(),
                        std::back_inserter(only_ours));
    std::string text;
    for (const std::string &line : only_theirs) {
        text += "only checkpatch.pl: " + line + "\n";
    }
    for (const std::string &line : only_ours) {
        text += "only laio:          " + line + "\n";
    }
    return text + fmt::format("oracle: {} the same, {} only checkpatch.pl, "
                              "{} only laio\n",
                              a.size() - only_theirs.size(),
                              only_theirs.size(), only_ours.size());
}

Result<std::string> CompareWithOracle(const OracleRun &run,
                                      const StyleResult &ours)
{
    if (run.is_file && run.name == "-") {
        return UsageError("--oracle with -f needs a file: checkpatch.pl "
                          "cannot read a source file from stdin");
    }
    if (!std::filesystem::is_regular_file(run.script)) {
        return UsageError(fmt::format("cannot run {}: there is no such file",
                                      run.script.string()));
    }
    ProcessOptions options;
    options.directory = run.directory.string();
    options.input = run.is_file ? "" : run.text;
    Result<ProcessResult> process = RunProcess(Command(run), options);
    if (!process.ok()) {
        return process.error();
    }
    if (process->timed_out || process->exit_status > 1) {
        return EnvironmentError(fmt::format(
            "{} gave no verdict: exit status {}{}: {}", run.script.string(),
            process->exit_status, process->timed_out ? " (time is over)" : "",
            process->err));
    }
    return DescribeDifferences(process->out, ToTerse(ours));
}

}  // namespace laio
