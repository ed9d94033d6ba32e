#include "tools/cli/style_mend.h"

#include <optional>
#include <ostream>

#include "tools/base/in_order.h"
#include "tools/base/replace_file.h"
#include "tools/cli/json_text.h"
#include "tools/cli/style_object.h"
#include "tools/style/built_on.h"
#include "tools/style/findings_text.h"

namespace laio {
namespace {

struct Mended {
    FixResult fixed;
    // Where tokens changed that should not change the object.
    std::optional<ObjectVerdict> objects;
};

// Mends inputs, side by side.
class Mender {
 public:
    Mender(const Session &session, const StyleCommandOptions &options)
        : session_(session), options_(options), style_(options.style()),
          objects_(session)
    {
    }

    // Patches in the order of their series: what later ones build on stays.
    void ReadSeries(const std::vector<std::string> &names)
    {
        for (size_t i = 0; i < names.size(); ++i) {
            Result<StyleInput> input =
                ReadStyleInput(session_, options_, names[i]);
            if (input.ok() && !input->is_file) {
                built_on_.Add(input->text, static_cast<int>(i));
            }
        }
    }

    //   number  of the input, as ReadSeries() counted them
    Result<Mended> ReadAndMend(const std::string &name, size_t number)
    {
        Result<StyleInput> input = ReadStyleInput(session_, options_, name);
        return input.ok() ? Mend(*input, static_cast<int>(number))
                          : input.error();
    }

    Result<Mended> Mend(const StyleInput &input, int number = 0)
    {
        StyleOptions style = style_;
        style.is_built_on = [&](std::string_view path, std::string_view line) {
            return built_on_.Has(path, line, number);
        };
        Mended mended{MendText(input, style), std::nullopt};
        if (!mended.fixed.before.is_patch) {
            return NotAPatch(input);
        }
        if (!mended.fixed.token_rules.empty()) {
            KeepObjects(input, style, mended);
        }
        return mended;
    }

 private:
    void KeepObjects(const StyleInput &input, const StyleOptions &style,
                     Mended &mended)
    {
        auto check = [&](const FixResult &fixed) {
            return CheckObjects(input, fixed);
        };
        mended.objects = check(mended.fixed);
        if (!mended.objects->same.value_or(true)) {
            mended.fixed =
                TakeBackUntilSame(input, mended.fixed, style, check);
        }
    }

    // Compares the objects of all sources that the fix changes.
    ObjectVerdict CheckObjects(const StyleInput &input,
                               const FixResult &fixed)
    {
        auto sources = FindSources(session_, options_, input, fixed);
        if (!sources.ok()) {
            return {std::nullopt, sources.error().message};
        }
        ObjectVerdict all;
        for (const SourcePair &pair : *sources) {
            ObjectVerdict one = objects_.Compare(pair);
            if (one.same) {
                all.same = all.same.value_or(true) && *one.same;
            } else {
                all.why = pair.path + ": " + one.why;
            }
        }
        return all;
    }

    const Session &session_;
    const StyleCommandOptions &options_;
    StyleOptions style_;
    ObjectComparer objects_;
    style::BuiltOn built_on_;
};

Status PutText(Session &session, const StyleCommandOptions &options,
               const FixResult &fixed)
{
    const std::string &target =
        options.in_place ? fixed.before.source_name : options.output;
    if (target.empty()) {
        session.out << fixed.text;
        return Ok();
    }
    if (!options.in_place) {
        return session.WriteOutput(target, fixed.text);
    }
    if (fixed.applied == 0) {
        return Ok();
    }
    return ReplaceFile(session.Resolve(target), fixed.text);
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
        FixResult &fixed = mended->fixed;
        Status put = PutText(session_, options_, fixed);
        if (!put.ok()) {
            session_.Fail("style", put.error());
            return;
        }
        if (!session_.common.quiet) {
            TellRemaining(session_, fixed);
        }
        if (mended->objects) {
            Count(*mended->objects);
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
            TellObjects();
            session_.err << "laio style: " << applied_ << " mended; "
                         << remaining_ << " remain\n";
        }
        if (session_.exit_status == 0 && remaining_ > 0) {
            session_.exit_status = 1;
        }
        return Ok();
    }

 private:
    void Count(const ObjectVerdict &objects)
    {
        same_ += objects.same.value_or(false);
        unknown_ += !objects.same;
        if (!objects.same && why_.empty()) {
            why_ = objects.why;
        }
    }

    void TellObjects()
    {
        if (same_ > 0) {
            session_.err << "laio style: tokens changed, compiled objects did "
                            "not: "
                         << same_ << (same_ == 1 ? " input\n" : " inputs\n");
        }
        if (unknown_ > 0) {
            session_.err << "laio style: tokens changed, objects were not "
                            "compared: "
                         << unknown_
                         << (unknown_ == 1 ? " input, " : " inputs, first ")
                         << why_ << "\n";
        }
    }

    Session &session_;
    const StyleCommandOptions &options_;
    int same_ = 0;
    int unknown_ = 0;
    std::string why_;  // of the first that was not compared
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
    Mender mender(session, options);
    if (names.size() > 1 && !options.is_file) {
        mender.ReadSeries(names);
    }
    MendTeller teller(session, options);
    MakeInOrder(
        names.size(), ThreadsFor(session.common.jobs),
        [&](size_t i) { return mender.ReadAndMend(names[i], i); },
        [&](size_t, Result<Mended> mended) {
            teller.Tell(std::move(mended));
        });
    return teller.Finish();
}

Status MendInput(Session &session, const StyleCommandOptions &options,
                 const StyleInput &input)
{
    MendTeller teller(session, options);
    teller.Tell(Mender(session, options).Mend(input));
    return teller.Finish();
}

}  // namespace laio
