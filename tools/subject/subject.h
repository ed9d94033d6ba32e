// From the name that a user gives to a subject to its source text.

#ifndef TOOLS_SUBJECT_SUBJECT_H
#define TOOLS_SUBJECT_SUBJECT_H

#include <filesystem>
#include <string>

#include "tools/base/result.h"
#include "tools/subject/compile.h"
#include "tools/subject/kit.h"

namespace laio {

struct Subject {
    std::string name;  // as the user gave it
    Source source;
    // The shared object that ships; empty when it has to be compiled.
    std::filesystem::path object;
};

struct SubjectPlaces {
    std::filesystem::path caller;  // what relative paths are relative to
    // The repository of `REV:path`; empty: the one that `caller` is in.
    std::filesystem::path tree;
};

// Finds `ours`, the name of a shipped variant, a path to a source file, or
// `REV:path` in a tree, tried in this order.
//
// Returns:  an Error of kind kBadInput that says what was tried.
Result<Subject> FindSubject(const std::string &name, const Kit &kit,
                            const SubjectPlaces &places);

}  // namespace laio

#endif  // TOOLS_SUBJECT_SUBJECT_H
