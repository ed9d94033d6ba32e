// Which rules may look at a file, by its path.
// Thread: any.

#ifndef TOOLS_STYLE_FILE_KIND_H
#define TOOLS_STYLE_FILE_KIND_H

#include <string_view>

#include "tools/style/finding.h"

namespace laio::style {

// Each gate lets through a part of what the one before it does.
enum class Gate {
    kPatch,   // the patch as a whole: mail and commit message
    kAny,     // every file that is not imported from Linux
    kSource,  // source code in any language, assembler too
    kScript,  // ... but no assembler
    kC,       // C and C++
};

// The last gate that a file with this path passes; kPatch: none.
Gate GateOf(std::string_view path, int qemu_version = kDefaultQemuVersion);
// Whether its kind is copied from Linux, by QEMU's own script.
bool IsFromLinux(std::string_view path);

// Documentation text, where blanks at the end of a line have a meaning.
bool IsDocumentation(std::string_view path);

}  // namespace laio::style

#endif  // TOOLS_STYLE_FILE_KIND_H
