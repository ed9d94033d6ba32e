// Judged versions of linux-aio.c for people and programs.

#ifndef TOOLS_DEV_VERSIONS_TEXT_H
#define TOOLS_DEV_VERSIONS_TEXT_H

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "tools/dev/judge_versions.h"

namespace laio {

// What a file offers in a few words: `errp attach cleanup co(batch) ring`.
std::vector<std::string> ShortTraits(const Traits &traits);

// A line per version, under it what is wrong with it, and `N of N`.
//
//   verbose  every way in which a version was used, not only the broken ones
std::string VersionsText(const std::vector<JudgedVersion> &versions,
                         bool verbose);

// {"versions":[{"number","date","blob","commit","subject","path","traits":[],
// "compile":{"verdict","warnings","output"},"smoke":as `laio run --json`,
// "problem","good"}],"total":{"versions","good"}}
nlohmann::json VersionsJson(const std::vector<JudgedVersion> &versions);

}  // namespace laio

#endif  // TOOLS_DEV_VERSIONS_TEXT_H
