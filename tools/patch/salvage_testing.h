// A file, a patch to it, and what mailers make of text, for tests of salvage.

#ifndef TOOLS_PATCH_SALVAGE_TESTING_H
#define TOOLS_PATCH_SALVAGE_TESTING_H

#include <map>
#include <string>

#include "tools/patch/salvage.h"

namespace laio {

MemoryTree Files(std::map<std::string, std::string> files);

extern const char *const kBefore;
extern const char *const kAfter;

// From kBefore to kAfter in a.c; only the ids are of what is given.
std::string Diff(const std::string &before = kBefore,
                 const std::string &after = kAfter);

// The first `what` of a text, which must be there, as `by`.
std::string Replace(std::string text, const std::string &what,
                    const std::string &by);

std::string Quoted(const std::string &text, const std::string &mark);

// Each run of blanks and line ends as one blank.
std::string Flat(const std::string &text);

Result<SalvageResult> Try(const std::string &text, const Tree &tree,
                          const SalvageOptions &options = {});

// The first file of what must be a patch.
SalvagedFile File(const std::string &text,
                  const Tree &tree = Files({{"a.c", kBefore}}),
                  const SalvageOptions &options = {});

}  // namespace laio

#endif  // TOOLS_PATCH_SALVAGE_TESTING_H
