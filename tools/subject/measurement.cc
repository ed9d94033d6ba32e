#include "tools/subject/measurement.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>

namespace laio {
namespace {

// What is summed up by its median, one by one.
constexpr double Measurement::*kQuantities[] = {
    &Measurement::iops,          &Measurement::user_ns_per_io,
    &Measurement::sys_ns_per_io, &Measurement::p50_us,
    &Measurement::p99_us,        &Measurement::p999_us,
    &Measurement::completions_per_wakeup,
};

double MedianOf(const std::vector<std::vector<Measurement>> &rounds, size_t i,
                double Measurement::*quantity)
{
    std::vector<double> values;
    for (const std::vector<Measurement> &round : rounds) {
        values.push_back(round[i].*quantity);
        if (std::isnan(values.back())) {
            return kNotTold;
        }
    }
    return SpreadOf(values).median;
}

Measurement MedianRun(const std::vector<std::vector<Measurement>> &rounds,
                      size_t i)
{
    Measurement median = rounds[0][i];
    for (double Measurement::*quantity : kQuantities) {
        median.*quantity = MedianOf(rounds, i, quantity);
    }
    for (auto &[name, count] : median.syscalls_per_io) {
        std::vector<double> counts;
        for (const std::vector<Measurement> &round : rounds) {
            auto found = round[i].syscalls_per_io.find(name);
            counts.push_back(
                found == round[i].syscalls_per_io.end() ? 0 : found->second);
        }
        count = SpreadOf(counts).median;
    }
    return median;
}

template <typename Quantity>
Spread RatioOf(const std::vector<std::vector<Measurement>> &rounds, size_t i,
               size_t over, Quantity quantity)
{
    std::vector<double> ratios;
    for (const std::vector<Measurement> &round : rounds) {
        double divisor = std::invoke(quantity, round[over]);
        if (divisor > 0) {
            ratios.push_back(std::invoke(quantity, round[i]) / divisor);
        }
    }
    return ratios.empty() ? Spread{} : SpreadOf(ratios);
}

// The first engine of the round with the queue depth and size of run `i`.
size_t Studied(const std::vector<Measurement> &round, size_t i)
{
    size_t j = 0;
    while (round[j].qd != round[i].qd ||
           round[j].bs_bytes != round[i].bs_bytes) {
        j++;
    }
    return j;
}

double OrNotTold(const nlohmann::json &number)
{
    return number.is_null() ? kNotTold : number.get<double>();
}

// JSON has no number for what is not told.
nlohmann::json NumberOrNull(double number)
{
    return std::isnan(number) ? nlohmann::json() : nlohmann::json(number);
}

nlohmann::json ToJson(const Spread &spread)
{
    return {{"median", spread.median},
            {"low", spread.low},
            {"high", spread.high}};
}

}  // namespace

Spread SpreadOf(std::vector<double> values)
{
    assert(!values.empty());
    std::sort(values.begin(), values.end());
    size_t middle = values.size() / 2;
    double median = values.size() % 2
                        ? values[middle]
                        : (values[middle - 1] + values[middle]) / 2;
    return {median, values.front(), values.back()};
}

std::string LabelOf(const Measurement &m)
{
    std::string variant = m.variant.empty() ? m.reap : m.variant;
    return variant.empty() || variant == m.engine
               ? m.engine
               : fmt::format("{} ({})", m.engine, variant);
}

Comparison Compare(const std::vector<std::vector<Measurement>> &rounds)
{
    assert(!rounds.empty());
    Comparison comparison;
    comparison.repeats = static_cast<int>(rounds.size());
    comparison.rounds = rounds;
    for (size_t i = 0; i < rounds[0].size(); i++) {
        comparison.runs.push_back(MedianRun(rounds, i));
        size_t studied = Studied(rounds[0], i);
        if (studied != i) {
            comparison.ratios.push_back(
                {LabelOf(rounds[0][studied]), LabelOf(rounds[0][i]),
                 rounds[0][i].qd,
                 RatioOf(rounds, studied, i, &Measurement::iops),
                 RatioOf(rounds, studied, i, &Measurement::user_ns_per_io),
                 RatioOf(rounds, studied, i, &Measurement::cpu_ns_per_io)});
        }
    }
    return comparison;
}

nlohmann::json ToJson(const Measurement &m)
{
    return {{"engine", m.engine},
            {"variant", m.variant},
            {"reap", m.reap},
            {"poll", m.poll},
            {"file", m.file},
            {"rw", m.rw},
            {"direct", m.direct},
            {"qd", m.qd},
            {"numjobs", m.jobs},
            {"batch", m.batch},
            {"bs", m.bs_bytes},
            {"iops", m.iops},
            {"mb_per_s", m.mb_per_s()},
            {"user_ns_per_io", m.user_ns_per_io},
            {"sys_ns_per_io", m.sys_ns_per_io},
            {"syscalls_per_io", m.syscalls_per_io},
            {"completions_per_wakeup",
             NumberOrNull(m.completions_per_wakeup)},
            {"p50_us", NumberOrNull(m.p50_us)},
            {"p99_us", NumberOrNull(m.p99_us)},
            {"p999_us", NumberOrNull(m.p999_us)}};
}

Result<Measurement> MeasurementFromJson(const nlohmann::json &json)
{
    Measurement m;
    const char *member = "engine";
    try {
        m.engine = json.at(member).get<std::string>();
        m.reap = json.at(member = "reap").get<std::string>();
        m.file = json.at(member = "file").get<std::string>();
        m.rw = json.value(member = "rw", std::string());
        m.variant = json.value(member = "variant", std::string());
        m.poll = json.value(member = "poll", false);
        m.jobs = json.value(member = "numjobs", 1);
        m.batch = json.value(member = "batch", 0);
        m.direct = json.at(member = "direct").get<bool>();
        m.qd = json.at(member = "qd").get<int>();
        m.bs_bytes = json.at(member = "bs").get<int>();
        m.iops = json.at(member = "iops").get<double>();
        m.user_ns_per_io = json.at(member = "user_ns_per_io").get<double>();
        m.sys_ns_per_io = json.at(member = "sys_ns_per_io").get<double>();
        m.syscalls_per_io = json.at(member = "syscalls_per_io")
                                .get<std::map<std::string, double>>();
        m.completions_per_wakeup =
            OrNotTold(json.at(member = "completions_per_wakeup"));
        m.p50_us = OrNotTold(json.at(member = "p50_us"));
        m.p99_us = OrNotTold(json.at(member = "p99_us"));
        m.p999_us = OrNotTold(json.at(member = "p999_us"));
    } catch (const nlohmann::json::exception &e) {
        return EnvironmentError(fmt::format(
            "cannot read a measurement: member {}: {}", member, e.what()));
    }
    return m;
}

nlohmann::json ToJson(const Comparison &comparison)
{
    nlohmann::json runs = nlohmann::json::array();
    for (const Measurement &run : comparison.runs) {
        runs.push_back(ToJson(run));
    }
    nlohmann::json ratios = nlohmann::json::array();
    for (const Ratio &ratio : comparison.ratios) {
        ratios.push_back({{"engine", ratio.engine},
                          {"over", ratio.over},
                          {"qd", ratio.qd},
                          {"iops", ToJson(ratio.iops)},
                          {"user_ns_per_io", ToJson(ratio.user_ns_per_io)},
                          {"cpu_ns_per_io", ToJson(ratio.cpu_ns_per_io)}});
    }
    nlohmann::json not_measured = nlohmann::json::array();
    for (const NotMeasured &engine : comparison.not_measured) {
        not_measured.push_back({{"engine", engine.engine},
                                {"why", engine.why}});
    }
    return {{"runs", std::move(runs)},
            {"ratios", std::move(ratios)},
            {"not_measured", std::move(not_measured)},
            {"repeats", comparison.repeats}};
}

}  // namespace laio
