// What a program can be told, as a table.
//
// RunCommandLine() reads the arguments by it and prints help from it; manuals
// and completions are made from the same table by walking it. This is the one
// header of ours before CLI11, and it includes nothing of it.
// Thread: home only.

#ifndef TOOLS_BASE_COMMAND_LINE_H
#define TOOLS_BASE_COMMAND_LINE_H

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace laio {

// Where the value goes; what is there before is the default. A bool is a flag
// without a value; a vector takes one value each time the option is given.
using OptionTarget =
    std::variant<bool *, int *, unsigned *, int64_t *, uint64_t *, double *,
                 std::string *, std::vector<std::string> *,
                 std::vector<int> *>;

enum class OptionUnit {
    kNone,
    kBytes,         // 4k, 1MB; a plain number is bytes
    kMilliseconds,  // 500ms, 30s, 2min; a plain number is milliseconds
};

struct Option {
    std::vector<std::string> names;  // `-o`, `--output`; none: an argument
    std::string value_name;          // `FILE`; empty for a flag
    std::string help;
    OptionTarget target;
    bool required = false;
    std::vector<std::string> words;  // the only ones it takes; empty: any
    std::optional<std::pair<double, double>> range;  // least and most
    OptionUnit unit = OptionUnit::kNone;
    std::vector<std::string> excludes;  // one name each of other options

    Option &Required();
    Option &OneOf(std::vector<std::string> all_words);
    Option &Range(double least, double most);
    Option &In(OptionUnit of_value);
    Option &Excludes(std::vector<std::string> others);

    bool is_flag() const { return std::holds_alternative<bool *>(target); }
    bool is_argument() const { return names.empty(); }
    bool repeats() const;
    // `-o, --output FILE`
    std::string Spelling() const;
    // The value that it has now; empty for a flag and for an empty value.
    std::string Value() const;
};

struct Command {
    std::string name;
    std::string summary;
    std::vector<Option> options = {};
    std::vector<Command> commands = {};  // one of which must be named, if any
    std::function<int()> run = {};  // Returns: the exit status
    std::string version = {};  // of a program: what its --version prints

    // Adds an option or argument.
    //
    //   spelling  `--json`, `--tree DIR`, `-o,--output FILE`, or `MAIL`
    //   target    outlives the Command
    // Keeps:    the reference is good until the next Add().
    Option &Add(const std::string &spelling, OptionTarget target,
                std::string help);

    // `[-o FILE] [--qd N]... MAIL`, arguments last; `COMMAND ...` if there are
    // commands.
    std::string Synopsis() const;
};

// Reads the arguments into the options of `program` and of the command that
// they name, and runs it.
//
// Returns:  what it returns; 0 when help was asked for and printed to stdout;
//           the status of ErrorKind::kUsage, said on stderr, when the
//           arguments do not fit.
int RunCommandLine(const Command &program, int argc,
                   const char *const *argv);

}  // namespace laio

#endif  // TOOLS_BASE_COMMAND_LINE_H
