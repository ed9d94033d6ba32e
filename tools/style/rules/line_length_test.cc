#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

// An added line of `length` bytes without its marker.
std::string Line(size_t length, const std::string &start = "",
                 const std::string &end = "")
{
    return "+" + start + std::string(length - start.size() - end.size(), 'x') +
           end + "\n";
}

TEST(LineLength, WarnsFrom81To90)
{
    ExpectReported("line-over-80", {{"80", Line(80), {}},
                                    {"81", Line(81), {1}},
                                    {"90", Line(90), {1}},
                                    {"91", Line(91), {}},
                                    {"TABs count to eight", Line(67, "\t\t"),
                                     {1}},
                                    {"not source", Line(85), {}, "a.txt"},
                                    {"assembler", Line(85), {1}, "a.S"}});
}

TEST(LineLength, IsAnErrorFrom91)
{
    ExpectReported("line-over-90", {{"90", Line(90), {}},
                                    {"91", Line(91), {1}},
                                    {"bytes, not letters",
                                     Line(50) + "+" + std::string(91, '\xc3') +
                                         "\n",
                                     {2}}});
}

TEST(LineLength, LetsLiteralsAndAddressesRunOn)
{
    ExpectReported(
        "line-over-90",
        {{"literal", Line(100, "    \"", "\""), {}},
         {"literal and comma", Line(100, "    \"", "\","), {}},
         {"literal that ends a call", Line(100, "    \"", "\");"), {}},
         {"literal and macro", Line(100, "    \"", "\" PRIx64"), {1}},
         {"call with a literal", Line(100, "    f(\"", "\");"), {1}},
         {"address", Line(100, " * https://"), {}},
         {"address behind a word", Line(100, " * see https://"), {1}},
         {"address before a word", Line(100, " * http://", " x"), {1}}});
}

}  // namespace
}  // namespace laio::style
