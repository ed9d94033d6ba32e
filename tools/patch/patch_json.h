// The machine-readable form of the salvage and apply stages.

#ifndef TOOLS_PATCH_PATCH_JSON_H
#define TOOLS_PATCH_PATCH_JSON_H

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "tools/patch/apply.h"
#include "tools/patch/salvage.h"

namespace laio {

// {"files":[...],"patch":...} and beside them author, subject, comments, ...
nlohmann::json ToJson(const SalvageResult &result);

// Of a series: the files of all, the patches joined, "mails" with each one.
nlohmann::json ToJson(const std::vector<SalvageResult> &series);

// {"files":[{"path","state","hunks":[{"hunk","line","offset"}]}]}
nlohmann::json ToJson(const std::vector<FileChange> &changes);

}  // namespace laio

#endif  // TOOLS_PATCH_PATCH_JSON_H
