// Words that are types by their spelling alone, for a version of QEMU.
// Thread: any.

#ifndef TOOLS_STYLE_TYPE_WORDS_H
#define TOOLS_STYLE_TYPE_WORDS_H

#include <string_view>

namespace laio::style {

// FooBar, FOOAIOCB, ARMCPU; not MiB and its kin. The word may be the end of a
// longer one.
bool IsQemuTypeName(std::string_view word, int qemu_version);

// Types of C, GLib and libraries that are one word, and what ends in _t or
// _handler.
bool IsKnownTypeWord(std::string_view word, int qemu_version);

}  // namespace laio::style

#endif  // TOOLS_STYLE_TYPE_WORDS_H
