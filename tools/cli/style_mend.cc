#include "tools/cli/style_mend.h"

#include <ostream>

#include "tools/base/in_order.h"
#include "tools/base/write_file.h"
#include "tools/cli/json_text.h"
#include "tools/cli/style_object.h"
#include "tools/style/findings_text.h"

namespace laio {
namespace {

// A text, and what mending made of it.
struct Mended {
    StyleInput input;
    FixResult fixed;
};

Result<Mended> Mend(StyleInput input, const StyleOptions &style)
{
    FixResult fixed = MendText(input, style);
    if (!fixed.before.is_patch) {
        return NotAPatch(input);
    }
    return Mended{std::move(input), std::move(fixed)};
}

Result<Mended> ReadAndMend(const Session &session,
                           const StyleCommandOptions &options,
                           const StyleOptions &style, const std::string &name)
{
    Result<StyleInput> input = ReadStyleInput(session, options, name);
    return input.ok() ? Mend(*std::move(input), style) : input.error();
}

// Compares the objects of all sources that the fix changes.
ObjectVerdict CheckObjects(const Session &session,
                           const StyleCommandOptions &options,
                           const StyleInput &input, const FixResult &fixed)
{
    auto sources = FindSources(session, options, input, fixed);
    if (!sources.ok()) {
        return {std::nullopt, sources.error().message};
    }
    ObjectVerdict all;
    for (const SourcePair &pair : *sources) {
        ObjectVerdict one = CompareObjects(session, pair);
        if (!one.same) {
            all.why = pair.path + ": " + one.why;
        } else {
            all.same = all.same.value_or(true) && *one.same;
        }
    }
    return all;
}

// Fixes that change tokens stay only if the object stays, where one can be
// made of the source.
FixResult KeepObjects(Session &session, const StyleCommandOptions &options,
                      Mended mended)
{
    if (mended.fixed.token_rules.empty()) {
        return std::move(mended.fixed);
    }
    auto check = [&](const FixResult &fixed) {
        return CheckObjects(session, options, mended.input, fixed);
    };
    ObjectVerdict verdict = check(mended.fixed);
    if (verdict.same && !*verdict.same) {
        return TakeBackUntilSame(mended.input, mended.fixed, options.style(),
                                 check);
    }
    if (!session.common.quiet) {
        session.err << "laio style: "
                    << (verdict.same
                            ? "the compiled object is the same"
                            : "tokens changed, objects were not compared: " +
                                  verdict.why)
                    << "\n";
    }
    return std::move(mended.fixed);
}

Status PutText(Session &session, const StyleCommandOptions &options,
               const FixResult &fixed)
{
    const std::string &target =
        options.in_place ? fixed.before.source_name : options.output;
    if (target.empty()) {
        session.out << fixed.text;
        return Ok();
    }
    if (options.in_place && fixed.applied == 0) {
        return Ok();
    }
    return WriteFile(session.Resolve(target), fixed.text);
}

void TellRemaining(Session &session, const FixResult &fixed)
{
    for (const Finding &finding : fixed.after.findings) {
        session.err << FindingText(finding);
    }
    for (const DroppedFix &dropped : fixed.dropped) {
        session.err << dropped.file << ":" << dropped.line
                    << ": not mended (" << dropped.rule
                    << "): " << dropped.why << "\n";
    }
}

// Puts and tells what is mended, one after the other.
class MendTeller {
 public:
    MendTeller(Session &session, const StyleCommandOptions &options)
        : session_(session), options_(options)
    {
    }

    void Tell(Result<Mended> mended)
    {
        if (!mended.ok()) {
            session_.Fail("style", mended.error());
            return;
        }
        FixResult fixed =
            KeepObjects(session_, options_, *std::move(mended));
        Status put = PutText(session_, options_, fixed);
        if (!put.ok()) {
            session_.Fail("style", put.error());
            return;
        }
        if (!session_.common.quiet) {
            TellRemaining(session_, fixed);
        }
        applied_ += fixed.applied;
        remaining_ += fixed.after.findings.size();
        after_.push_back(std::move(fixed.after));
    }

    Status Finish()
    {
        if (after_.empty()) {
            return Ok();
        }
        if (session_.common.json) {
            session_.out << JsonText(after_.size() > 1
                                         ? ToJson(after_)
                                         : ToJson(after_.front()));
        }
        if (!session_.common.quiet) {
            session_.err << "laio style: " << applied_ << " mended; "
                         << remaining_ << " remain\n";
        }
        if (session_.exit_status == 0 && remaining_ > 0) {
            session_.exit_status = 1;
        }
        return Ok();
    }

 private:
    Session &session_;
    const StyleCommandOptions &options_;
    int applied_ = 0;
    size_t remaining_ = 0;
    std::vector<StyleResult> after_;
};

}  // namespace

FixResult MendText(const StyleInput &input, const StyleOptions &style)
{
    return input.is_file ? FixFile(input.text, input.name, style)
                         : FixPatch(input.text, input.name, style);
}

Status MendInputs(Session &session, const StyleCommandOptions &options,
                  const std::vector<std::string> &names)
{
    if (names.size() > 1 && !options.in_place) {
        return UsageError("--fix of several inputs needs -i: their texts do "
                          "not go into one");
    }
    StyleOptions style = options.style();
    MendTeller teller(session, options);
    MakeInOrder(
        names.size(), ThreadsFor(session.common.jobs),
        [&](size_t i) {
            return ReadAndMend(session, options, style, names[i]);
        },
        [&](size_t, Result<Mended> mended) {
            teller.Tell(std::move(mended));
        });
    return teller.Finish();
}

Status MendInput(Session &session, const StyleCommandOptions &options,
                 const StyleInput &input)
{
    MendTeller teller(session, options);
    teller.Tell(Mend(input, options.style()));
    return teller.Finish();
}

}  // namespace laio
