#include "tests/differential/compare.h"

#include <cctype>
#include <set>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "tests/differential/caller.h"
#include "tests/differential/file_model.h"

namespace laio {
namespace {

std::set<std::string> LinesOf(const std::string &text)
{
    std::set<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        lines.insert(line);
    }
    return lines;
}

// The lines of `text` that `other` does not have.
std::string OnlyIn(const std::string &text, const std::string &other)
{
    const std::set<std::string> others = LinesOf(other);
    std::string only;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        if (!others.contains(line)) {
            only += "  " + line + "\n";
        }
    }
    return only.empty() ? "  (nothing else)\n" : only;
}

std::string ResultOf(const SideResults &results, size_t i)
{
    return i < results.size() ? results[i] : "was not played\n";
}

std::string DivergenceText(uint64_t seed, const Side &one,
                           const std::string &in_one, const Side &other,
                           const std::string &in_other)
{
    return fmt::format(
        "seed {}: {}\n{}:\n{}{}:\n{}", seed,
        ProgramText(RandomProgram(seed, CallerAlphabet())), one.name,
        OnlyIn(in_one, in_other), other.name, OnlyIn(in_other, in_one));
}

// The length of the file is in the result of every program that ended.
bool Ended(const std::string &result)
{
    return result.starts_with("file: ") ||
           result.find("\nfile: ") != std::string::npos;
}

// A line that begins with a number is a request's.
void Count(const std::string &result, Comparison *comparison)
{
    for (const std::string &line : LinesOf(result)) {
        comparison->requests +=
            std::isdigit(static_cast<unsigned char>(line[0])) != 0;
        comparison->changes += line.starts_with("file at ");
        comparison->zeros += line.find(" zero ") != std::string::npos;
    }
}

}  // namespace

std::string WithoutCounts(std::string result)
{
    const std::string counted = fmt::format("result {}, ", kBytesBeforeEnd);
    for (size_t at; (at = result.find(counted)) != std::string::npos;) {
        result.replace(at, counted.size(), "result 0, ");
    }
    return result;
}

Result<Comparison> Compare(const Side &one, const Side &other, uint64_t seed,
                           int programs)
{
    const Result<SideResults> ones = PlaySide(one, seed, programs);
    if (!ones) {
        return ones.error();
    }
    const Result<SideResults> others = PlaySide(other, seed, programs);
    if (!others) {
        return others.error();
    }
    Comparison comparison;
    const size_t played = static_cast<size_t>(programs);
    for (size_t i = 0; i < played; i++) {
        std::string in_one = ResultOf(*ones, i);
        std::string in_other = ResultOf(*others, i);
        if (one.subject.shared_object != other.subject.shared_object) {
            in_one = WithoutCounts(std::move(in_one));
            in_other = WithoutCounts(std::move(in_other));
        }
        if (in_one != in_other || !Ended(in_one)) {
            comparison.divergence =
                DivergenceText(seed + i, one, in_one, other, in_other);
            return comparison;
        }
        comparison.programs++;
        Count(in_one, &comparison);
    }
    return comparison;
}

}  // namespace laio
