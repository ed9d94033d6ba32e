// From a source file to a shared object that can be judged.

#ifndef TOOLS_SUBJECT_COMPILE_H
#define TOOLS_SUBJECT_COMPILE_H

#include <filesystem>
#include <string>

#include "tools/base/result.h"
#include "tools/subject/kit.h"
#include "tools/subject/sandbox.h"
#include "tools/subject/toolchain.h"

namespace laio {

// One linux-aio implementation as text.
struct Source {
    std::string name;  // what messages call the file, its suffix the language
    std::string text;

    // C++ for .cc, .cpp and .cxx; C for everything else.
    Language language() const;
};

struct Compiled {
    bool ok = false;
    std::filesystem::path object;  // when ok
    std::string output;            // warnings and errors, with Source::name
    int warnings = 0;
    int errors = 0;
};

// Compiles as QEMU would be (gnu11, -O2, -Wall), against the contract's
// headers, in a sandbox that sees these and the text alone.
//
//   folder  of the caller, empty; the object is made in it
// Returns:  ok false when the compiler refused the text; an Error when there
//           is nothing to compile with.
// Thread:   any.
Result<Compiled> Compile(const Source &source, const Toolchain &toolchain,
                         const Kit &kit, const std::filesystem::path &folder,
                         SandboxMode mode);

}  // namespace laio

#endif  // TOOLS_SUBJECT_COMPILE_H
