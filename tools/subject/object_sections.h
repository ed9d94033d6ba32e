// What of a compiled object runs or is data, to tell two of them apart.
// Thread: any.

#ifndef TOOLS_SUBJECT_OBJECT_SECTIONS_H
#define TOOLS_SUBJECT_OBJECT_SECTIONS_H

#include <map>
#include <string>
#include <string_view>

#include "tools/base/result.h"

namespace laio {

// Reads the sections of an ELF file (64 bits, the order of this machine) that
// are loaded: name and content, for .bss its size. Left out is the build id,
// which is made from debugging information, too.
//
// Returns:  an Error of kind kBadInput when the bytes are no such file.
Result<std::map<std::string, std::string>> ReadObjectSections(
    std::string_view file);

}  // namespace laio

#endif  // TOOLS_SUBJECT_OBJECT_SECTIONS_H
