// What ships with the program to judge subjects with, as files on disk.

#ifndef TOOLS_SUBJECT_KIT_H
#define TOOLS_SUBJECT_KIT_H

#include <filesystem>
#include <string>
#include <vector>

#include "tools/base/result.h"

namespace laio {

// A linux-aio implementation that comes with the program.
struct ShippedSubject {
    std::string name;
    std::string source_name;  // as messages call the file
    std::filesystem::path source;
    std::filesystem::path object;  // compiled when the program was built
};

struct Kit {
    std::filesystem::path include;       // the contract's headers
    std::filesystem::path project_root;  // for `#include "block/..."`
    std::filesystem::path runner;        // judges a subject by the scenarios
    std::filesystem::path io_bench;      // measures a subject
    std::vector<ShippedSubject> shipped;  // `ours` first, then by name
};

// Looks under the folder in which everything has the name that it has in the
// source tree. The paths found are absolute.
//
// Returns:  an Error of kind kEnvironment naming the first file that is
//           missing: the program was copied away from what ships with it.
Result<Kit> FindKit(const std::filesystem::path &given_root);

}  // namespace laio

#endif  // TOOLS_SUBJECT_KIT_H
