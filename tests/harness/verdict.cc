#include "tests/harness/verdict.h"

#include <array>
#include <nlohmann/json.hpp>

namespace laio {

namespace {

using nlohmann::json;

constexpr std::array kVerdicts = {Verdict::kPass, Verdict::kFail,
                                  Verdict::kCrash, Verdict::kHang,
                                  Verdict::kSkip};
constexpr std::array kActors = {Actor::kCaller, Actor::kLoop, Actor::kKernel};

json ToJson(const TraceEvent &event)
{
    return {{"step", event.step},
            {"depth", event.depth},
            {"from", ActorName(event.from)},
            {"to", ActorName(event.to)},
            {"text", event.text},
            {"broken", event.broken}};
}

json ToJson(const ScenarioResult &result)
{
    json trace = json::array();
    for (const TraceEvent &event : result.trace) {
        trace.push_back(ToJson(event));
    }
    return {{"name", result.name},
            {"sentence", result.sentence},
            {"verdict", VerdictName(result.verdict)},
            {"detail", result.detail},
            {"trace", trace}};
}

// Thrown and caught in this file only: the JSON library throws as well.
struct WrongMember {
    std::string message;
};

const json &Member(const json &object, const char *name, const char *kind)
{
    if (!object.is_object() || !object.contains(name)) {
        throw WrongMember{std::string("the member `") + name +
                          "` is missing"};
    }
    const json &member = object.at(name);
    if (member.type_name() != std::string(kind)) {
        throw WrongMember{std::string("the member `") + name + "` is a " +
                          member.type_name() + " instead of a " + kind};
    }
    return member;
}

std::string Text(const json &object, const char *name)
{
    return Member(object, name, "string").get<std::string>();
}

// The value among `all` whose name is the member's text.
template <typename T, size_t N>
T Named(const json &object, const char *member, const std::array<T, N> &all,
        const char *(*name_of)(T))
{
    std::string text = Text(object, member);
    for (T value : all) {
        if (text == name_of(value)) {
            return value;
        }
    }
    throw WrongMember{std::string("the member `") + member + "` is \"" + text +
                      "\""};
}

TraceEvent TraceEventFromJson(const json &object)
{
    return {.step = Member(object, "step", "number").get<int>(),
            .depth = Member(object, "depth", "number").get<int>(),
            .from = Named(object, "from", kActors, ActorName),
            .to = Named(object, "to", kActors, ActorName),
            .text = Text(object, "text"),
            .broken = Member(object, "broken", "boolean").get<bool>()};
}

ScenarioResult ScenarioFromJson(const json &object)
{
    ScenarioResult result = {
        .name = Text(object, "name"),
        .sentence = Text(object, "sentence"),
        .verdict = Named(object, "verdict", kVerdicts, VerdictName),
        .detail = Text(object, "detail"),
        .trace = {}};
    for (const json &event : Member(object, "trace", "array")) {
        result.trace.push_back(TraceEventFromJson(event));
    }
    return result;
}

}  // namespace

const char *VerdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::kPass:
        return "pass";
    case Verdict::kFail:
        return "fail";
    case Verdict::kCrash:
        return "crash";
    case Verdict::kHang:
        return "hang";
    case Verdict::kSkip:
        return "skip";
    }
    return "";
}

const char *ActorName(Actor actor)
{
    switch (actor) {
    case Actor::kCaller:
        return "caller";
    case Actor::kLoop:
        return "loop";
    case Actor::kKernel:
        return "kernel";
    }
    return "";
}

json ToJson(const RunResult &run)
{
    json scenarios = json::array();
    json total = json::object();
    for (Verdict verdict : kVerdicts) {
        total[VerdictName(verdict)] = 0;
    }
    for (const ScenarioResult &result : run.scenarios) {
        scenarios.push_back(ToJson(result));
        json &count = total[VerdictName(result.verdict)];
        count = count.get<int>() + 1;
    }
    return {{"subject", run.subject},
            {"scenarios", scenarios},
            {"total", total}};
}

Result<RunResult> RunResultFromJson(const json &object)
{
    try {
        RunResult run = {.subject = Text(object, "subject"), .scenarios = {}};
        for (const json &scenario : Member(object, "scenarios", "array")) {
            run.scenarios.push_back(ScenarioFromJson(scenario));
        }
        return run;
    } catch (const WrongMember &wrong) {
        return BadInput("cannot read a run's verdicts: " + wrong.message);
    }
}

}  // namespace laio
