#include "tools/cli/style_oracle.h"

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

OracleDifferences FindDifferences(std::string_view theirs,
                                  std::string_view ours)
{
    std::multiset<std::string> a = Lines(theirs);
    std::multiset<std::string> b = Lines(ours);
    std::vector<std::string> only_theirs, only_ours;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(only_theirs));
    std::set_difference(b.begin(), b.end(), a.begin(), a.end(),
                        std::back_inserter(only_ours));
    OracleDifferences found;
    found.only_theirs = static_cast<int>(only_theirs.size());
    found.only_ours = static_cast<int>(only_ours.size());
    found.same = static_cast<int>(a.size()) - found.only_theirs;
    for (const std::string &line : only_theirs) {
        found.lines += "only checkpatch.pl: " + line + "\n";
    }
    for (const std::string &line : only_ours) {
        found.lines += "only laio:          " + line + "\n";
    }
    return found;
}

std::string DescribeDifferences(const OracleDifferences &differences)
{
    return differences.lines + "oracle: " + std::to_string(differences.same) +
           " the same, " + std::to_string(differences.only_theirs) +
           " only checkpatch.pl, " + std::to_string(differences.only_ours) +
           " only laio\n";
}

Result<OracleDifferences> CompareWithOracle(const OracleRun &run,
                                            const StyleResult &ours)
{
    if (run.is_file && run.name == "-") {
        return UsageError("--oracle with -f needs a file: checkpatch.pl "
                          "cannot read a source file from stdin");
    }
    if (!std::filesystem::is_regular_file(run.script)) {
        return UsageError("cannot run " + run.script.string() +
                          ": there is no such file");
    }
    ProcessOptions options;
    options.directory = run.directory.string();
    options.input = run.is_file ? "" : run.text;
    Result<ProcessResult> process = RunProcess(Command(run), options);
    if (!process.ok()) {
        return process.error();
    }
    if (process->timed_out || process->exit_status > 1) {
        return EnvironmentError(
            run.script.string() + " gave no verdict: exit status " +
            std::to_string(process->exit_status) +
            (process->timed_out ? " (time is over): " : ": ") + process->err);
    }
    return FindDifferences(process->out, ToTerse(ours));
}

}  // namespace laio
