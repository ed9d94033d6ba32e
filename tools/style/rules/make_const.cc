#include "tools/style/rules/make_const.h"

#include "tools/style/scan.h"

namespace laio::style {
namespace {

// What stands before a name that is only read.
constexpr std::string_view kReaders[] = {
    "type_register(&", "type_register_static(&", "vmsd = &",
    "DEFINE_TYPES(", "type_register_static_array(",
    "vmstate_register(NULL, 0, &",
};

bool IsRead(std::string_view code, size_t name)
{
    for (std::string_view reader : kReaders) {
        if (EndsWith(code.substr(0, name), reader)) {
            return true;
        }
    }
    return false;
}

// Whether each line of the file but the definition only reads `name`, and
// none was there before the patch.
bool IsOnlyRead(const LineView &view, std::string_view name)
{
    const PatchText &patch = view.hunk.patch;
    size_t definition = view.hunk.patch_index[view.line];
    int file = patch.lines[definition].file;
    for (size_t i = 0; i < patch.lines.size(); ++i) {
        std::string_view raw = patch.lines[i].raw;
        size_t use = i == definition || patch.lines[i].file != file
                         ? kNone
                         : FindWord(raw, name);
        if (use != kNone &&
            (!patch.lines[i].added() || !IsRead(raw, use) ||
             FindWord(raw, name, use + 1) != kNone)) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::optional<Edit> MakeConst(const LineView &view, std::string_view type)
{
    std::string start = "+static " + std::string(type) + " ";
    if (!StartsWith(view.bare, start)) {
        return std::nullopt;
    }
    size_t name = SkipSpace(view.bare, start.size());
    size_t end = WordEnd(view.bare, name);
    if (end == name || !EndsWith(TrimRight(view.bare), "{") ||
        !IsOnlyRead(view, view.bare.substr(name, end - name))) {
        return std::nullopt;
    }
    constexpr size_t kBehindStatic = 8;
    Edit edit = ReplaceInLine(view, kBehindStatic, 0, "const ");
    edit.inserted_tokens.push_back("const");
    return edit;
}

}  // namespace laio::style
