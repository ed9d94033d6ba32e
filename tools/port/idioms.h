// Our C++ as QEMU's C would have it, and back; IDIOMS.md is the table.
//
// Only what block/ uses is known: the rest passes through, and a compiler will
// refuse what is no C.

#ifndef TOOLS_PORT_IDIOMS_H
#define TOOLS_PORT_IDIOMS_H

#include <string>

namespace laio::port {

// `text` with the idioms of block/ in C, and with the names that `target`, a
// version of QEMU's file, has for what ours calls otherwise.
std::string ToC(const std::string &text, const std::string &target);

// `text`, from a version of QEMU, with the words and names that `target`, our
// file, has. Comments stay.
std::string ToCxx(const std::string &text, const std::string &target);

}  // namespace laio::port

#endif  // TOOLS_PORT_IDIOMS_H
