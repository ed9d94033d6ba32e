// Names that differ between ours and QEMU's and mean the same.

#ifndef TOOLS_PORT_IDIOM_NAMES_H
#define TOOLS_PORT_IDIOM_NAMES_H

#include <set>
#include <string>

#include "tools/port/lexer.h"

namespace laio::port {

struct Name {
    const char *ours;
    const char *theirs;
};

// Members, labels and a type that mean the same.
inline constexpr Name kNames[] = {
    {"notifier", "e"},
    {"out_close_notifier", "out_close_efd"},
    {"AioRingHeader", "aio_ring"},
};

std::set<std::string> WordsOf(const LexedText &text);

}  // namespace laio::port

#endif  // TOOLS_PORT_IDIOM_NAMES_H
