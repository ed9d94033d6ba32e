#include "tools/cli/style_check.h"

#include <optional>
#include <ostream>

#include "tools/base/in_order.h"
#include "tools/cli/style_oracle.h"
#include "tools/cli/style_output.h"

namespace laio {
namespace {

struct Checked {
    StyleResult result;
    bool is_file = false;
    bool is_silent = false;  // a cover letter: there is nothing to say
    std::optional<OracleDifferences> oracle;
    std::optional<Error> error;  // also with a result
};

// Reads nothing but what it is given: inputs are checked side by side.
class Checker {
 public:
    Checker(const Session &session, const StyleCommandOptions &options)
        : session_(session), options_(options), checker_(options.style())
    {
    }

    Checked ReadAndCheck(const std::string &name) const
    {
        Result<StyleInput> input = ReadStyleInput(session_, options_, name);
        if (input.ok()) {
            return Check(*input);
        }
        Checked checked;
        checked.result.source_name = name;
        checked.is_silent = true;
        checked.error = input.error();
        return checked;
    }

    Checked Check(const StyleInput &input) const
    {
        Checked checked;
        checked.is_file = input.is_file;
        checked.result = input.is_file
                             ? checker_.CheckFile(input.text, input.name)
                             : checker_.CheckPatch(input.text, input.name);
        if (!checked.result.is_patch) {
            checked.is_silent = !options_.terse || IsCoverLetter(input.name);
            if (!IsCoverLetter(input.name)) {
                checked.error = NotAPatch(input);
            }
        } else if (!options_.oracle.empty()) {
            AskOracle(input, checked);
        }
        return checked;
    }

 private:
    void AskOracle(const StyleInput &input, Checked &checked) const
    {
        OracleRun run{session_.Resolve(options_.oracle), session_.caller_dir,
                      input.text, input.name, input.is_file,
                      options_.no_signoff};
        Result<OracleDifferences> differences =
            CompareWithOracle(run, checked.result);
        if (differences.ok()) {
            checked.oracle = *std::move(differences);
        } else {
            checked.error = differences.error();
        }
    }

    const Session &session_;
    const StyleCommandOptions &options_;
    StyleChecker checker_;
};

// Prints what is checked, one after the other.
class Teller {
 public:
    Teller(Session &session, const StyleCommandOptions &options, bool several)
        : session_(session), options_(options), several_(several),
          printer_(session, options, several)
    {
    }

    void Tell(Checked checked)
    {
        std::string name = checked.result.source_name;
        if (!checked.is_silent) {
            printer_.Add(std::move(checked.result), checked.is_file);
            is_mute_ = false;
        }
        if (checked.oracle) {
            Add(name, *checked.oracle);
        }
        if (checked.error) {
            session_.Fail("style", *checked.error);
        }
    }

    Status Finish()
    {
        Status finished = is_mute_ && !several_ ? Ok() : printer_.Finish();
        if (compared_) {
            bool is_result = !session_.common.json && !options_.terse;
            (is_result ? session_.out : session_.err)
                << DescribeDifferences(*compared_);
        }
        return finished;
    }

 private:
    void Add(const std::string &name, const OracleDifferences &differences)
    {
        compared_ = compared_.value_or(OracleDifferences());
        compared_->same += differences.same;
        compared_->only_theirs += differences.only_theirs;
        compared_->only_ours += differences.only_ours;
        if (!differences.lines.empty()) {
            compared_->lines += (several_ ? name + "\n" : "") +
                                differences.lines;
        }
    }

    Session &session_;
    const StyleCommandOptions &options_;
    bool several_;
    bool is_mute_ = true;  // nothing was printed as a result yet
    FindingsPrinter printer_;
    std::optional<OracleDifferences> compared_;
};

}  // namespace

Status CheckInputs(Session &session, const StyleCommandOptions &options,
                   const std::vector<std::string> &names)
{
    Checker checker(session, options);
    Teller teller(session, options, names.size() > 1);
    MakeInOrder(
        names.size(), names.size() > 1 ? ThreadsFor(session.common.jobs) : 1,
        [&](size_t i) { return checker.ReadAndCheck(names[i]); },
        [&](size_t, Checked checked) { teller.Tell(std::move(checked)); });
    return teller.Finish();
}

Status CheckInput(Session &session, const StyleCommandOptions &options,
                  const StyleInput &input)
{
    Teller teller(session, options, false);
    teller.Tell(Checker(session, options).Check(input));
    return teller.Finish();
}

}  // namespace laio
