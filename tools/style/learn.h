// Learns types from the place where words stand in a hunk.
//
// Owned by one run over one hunk; every place is looked at once, however many
// statements run over it.
// Thread: one at a time.

#ifndef TOOLS_STYLE_LEARN_H
#define TOOLS_STYLE_LEARN_H

#include <string>
#include <string_view>
#include <vector>

#include "tools/style/types.h"

namespace laio::style {

class TypeLearner {
 public:
    // Takes what the statement that starts a line says about types.
    //
    //   text      the masked hunk, markers blanked; the same in every call
    //   begin     where the line starts; [begin, end) is the statement
    //   is_start  whether the line before it ended a statement
    void Read(std::string_view text, size_t begin, size_t end, bool is_start,
              TypeNames &types);

 private:
    void ReadCasts(std::string_view text, size_t begin, size_t end,
                   TypeNames &types);
    size_t EndBeforeBrace(std::string_view text, size_t begin, size_t end);

    size_t casts_read_ = 0;
    size_t brace_ = 0;  // the first `{` behind the last line asked about
};

}  // namespace laio::style

#endif  // TOOLS_STYLE_LEARN_H
