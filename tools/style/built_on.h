// What later patches of a series build on: the lines that they show as there
// before them. A fix of an earlier patch that changed such a line would leave
// the later one without its place.
// Thread: any, once it is filled.

#ifndef TOOLS_STYLE_BUILT_ON_H
#define TOOLS_STYLE_BUILT_ON_H

#include <string>
#include <string_view>
#include <unordered_map>

#include "tools/style/patch_text.h"

namespace laio::style {

class BuiltOn {
 public:
    // Takes the context of the patch, and what it removes.
    //
    //   rank  where the patch stands in the series
    void Add(std::string_view patch_text, int rank);

    // The same for each diff of a text of several patches; their ranks are
    // their numbers in PatchText::files.
    void AddEachDiff(const PatchText &patch);

    // Whether a patch of a higher rank shows this line of the file.
    bool Has(std::string_view path, std::string_view line, int rank) const;

 private:
    void AddLine(const std::string &path, std::string_view raw, int rank);

    // The highest rank, by path, line feed and line.
    std::unordered_map<std::string, int> last_;
};

}  // namespace laio::style

#endif  // TOOLS_STYLE_BUILT_ON_H
