#include "tools/subject/measurement.h"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

namespace laio {
namespace {

Measurement Measured(const std::string &engine, double iops, double user_ns,
                     int qd = 32)
{
    Measurement m;
    m.engine = engine;
    m.reap = "ring";
    m.qd = qd;
    m.bs_bytes = 4096;
    m.iops = iops;
    m.user_ns_per_io = user_ns;
    m.syscalls_per_io = {{"io_submit", iops / 1000}};
    return m;
}

TEST(SpreadOf, TakesTheMiddleOfAnOddNumber)
{
    Spread spread = SpreadOf({3, 1, 2});

    EXPECT_EQ(spread.median, 2);
    EXPECT_EQ(spread.low, 1);
    EXPECT_EQ(spread.high, 3);
}

TEST(SpreadOf, TakesTheMeanOfTheTwoInTheMiddleOfAnEvenNumber)
{
    EXPECT_EQ(SpreadOf({4, 1, 2, 100}).median, 3);
}

TEST(Compare, TakesRatiosWithinARoundNotOfMedians)
{
    // The second round ran on a machine that was half as fast for both.
    Comparison comparison = Compare({
        {Measured("ring", 1000, 10), Measured("getevents", 500, 40)},
        {Measured("ring", 300, 20), Measured("getevents", 250, 80)},
        {Measured("ring", 900, 10), Measured("getevents", 300, 30)},
    });

    ASSERT_EQ(comparison.ratios.size(), 1u);
    EXPECT_EQ(comparison.ratios[0].engine, "ring");
    EXPECT_EQ(comparison.ratios[0].over, "getevents (ring)");
    EXPECT_DOUBLE_EQ(comparison.ratios[0].iops.median, 2);
    EXPECT_DOUBLE_EQ(comparison.ratios[0].iops.low, 1.2);
    EXPECT_DOUBLE_EQ(comparison.ratios[0].iops.high, 3);
    EXPECT_DOUBLE_EQ(comparison.ratios[0].user_ns_per_io.median, 0.25);
}

TEST(Compare, ReportsTheMedianOfEachQuantity)
{
    Comparison comparison = Compare({{Measured("a", 1000, 30)},
                                     {Measured("a", 3000, 10)},
                                     {Measured("a", 2000, 20)}});

    ASSERT_EQ(comparison.runs.size(), 1u);
    EXPECT_EQ(comparison.runs[0].iops, 2000);
    EXPECT_EQ(comparison.runs[0].user_ns_per_io, 20);
    EXPECT_EQ(comparison.runs[0].syscalls_per_io.at("io_submit"), 2);
    EXPECT_EQ(comparison.repeats, 3);
}

TEST(Compare, KeepsQueueDepthsApart)
{
    Comparison comparison = Compare({{
        Measured("a", 10, 1, 1),
        Measured("b", 5, 1, 1),
        Measured("a", 90, 1, 8),
        Measured("b", 30, 1, 8),
    }});

    ASSERT_EQ(comparison.ratios.size(), 2u);
    EXPECT_EQ(comparison.ratios[0].qd, 1);
    EXPECT_DOUBLE_EQ(comparison.ratios[0].iops.median, 2);
    EXPECT_EQ(comparison.ratios[1].qd, 8);
    EXPECT_DOUBLE_EQ(comparison.ratios[1].iops.median, 3);
}

TEST(Compare, AddsUpBothKindsOfProcessorTime)
{
    Measurement a = Measured("a", 10, 100);
    Measurement b = Measured("b", 10, 100);
    a.sys_ns_per_io = 100;
    b.sys_ns_per_io = 300;

    Comparison comparison = Compare({{a, b}});

    EXPECT_DOUBLE_EQ(comparison.ratios[0].user_ns_per_io.median, 1);
    EXPECT_DOUBLE_EQ(comparison.ratios[0].cpu_ns_per_io.median, 0.5);
}

TEST(Compare, PutsTheFirstEngineBesideEachOther)
{
    Comparison comparison = Compare(
        {{Measured("a", 90, 1), Measured("b", 30, 1), Measured("c", 45, 1)}});

    ASSERT_EQ(comparison.ratios.size(), 2u);
    EXPECT_DOUBLE_EQ(comparison.ratios[0].iops.median, 3);
    EXPECT_EQ(comparison.ratios[1].over, "c (ring)");
    EXPECT_DOUBLE_EQ(comparison.ratios[1].iops.median, 2);
}

TEST(Compare, WhatOneRunDoesNotTellIsNotTold)
{
    Measurement told = Measured("a", 10, 1);
    told.p50_us = 5;
    Comparison comparison = Compare({{told}, {Measured("a", 10, 1)}});

    EXPECT_TRUE(std::isnan(comparison.runs[0].p50_us));
    EXPECT_TRUE(ToJson(comparison)["runs"][0]["p50_us"].is_null());
}

TEST(LabelOf, NamesTheVariantOrElseTheWayOfReaping)
{
    Measurement m = Measured("laio", 10, 1);
    EXPECT_EQ(LabelOf(m), "laio (ring)");
    m.variant = "ring, poll";
    EXPECT_EQ(LabelOf(m), "laio (ring, poll)");
    EXPECT_EQ(LabelOf(Measured("ring", 10, 1)), "ring");
}

TEST(Measurement, SurvivesJson)
{
    Measurement before = Measured("ring", 1000, 10);
    before.p999_us = 17;

    Result<Measurement> after = MeasurementFromJson(ToJson(before));

    ASSERT_TRUE(after.ok()) << after.error().message;
    EXPECT_EQ(ToJson(*after), ToJson(before));
}

TEST(Measurement, NamesTheMemberThatIsMissing)
{
    nlohmann::json json = ToJson(Measured("ring", 1000, 10));
    json.erase("iops");

    Result<Measurement> result = MeasurementFromJson(json);

    ASSERT_FALSE(result.ok());
    EXPECT_NE(result.error().message.find("member iops"), std::string::npos);
}

}  // namespace
}  // namespace laio
