// What becomes of a text, piece by piece.

#ifndef TOOLS_PORT_REPLACEMENT_SET_H
#define TOOLS_PORT_REPLACEMENT_SET_H

#include <string>
#include <vector>

#include "tools/port/compose.h"

namespace laio::port {

class ReplacementSet {
 public:
    // Two units may find the same code; whoever comes second is left out.
    //
    // Returns:  false when a part of it is replaced already.
    bool Take(Replacement replacement);

    const std::vector<Replacement> &all() const { return replacements_; }

    // `text` with all of them.
    std::string Applied(const std::string &text) const;

 private:
    std::vector<Replacement> replacements_;
};

}  // namespace laio::port

#endif  // TOOLS_PORT_REPLACEMENT_SET_H
