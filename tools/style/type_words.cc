#include "tools/style/type_words.h"

#include <algorithm>
#include <array>

#include "tools/style/chars.h"
#include "tools/style/word_set.h"

namespace laio::style {
namespace {

// The likeliest first.
constexpr auto kKnown = std::to_array<std::string_view>(
    {"int",      "void",     "char",          "bool",     "unsigned",
     "long",     "short",    "hwaddr",        "float",    "double",
     "gboolean", "gpointer", "gconstpointer", "gsize",    "target_ulong",
     "gchar",    "gshort",   "glong",         "gint",     "target_long",
     "guchar",   "gushort",  "gulong",        "guint",    "gfloat",
     "gdouble",  "gint8",    "guint8",        "gint16",   "guint16",
     "gint32",   "guint32",  "gint64",        "guint64",  "gssize",
     "goffset",  "gintptr",  "guintptr"});

constexpr auto kShapes = [] {
    std::array<bool, kWordShapes> shapes{};
    for (std::string_view word : kKnown) {
        shapes[WordShape(word)] = true;
    }
    return shapes;
}();

bool IsLonger(std::string_view word, std::string_view suffix)
{
    return word.size() > suffix.size() && EndsWith(word, suffix);
}

bool IsBinaryUnit(std::string_view word)
{
    return word.size() >= 3 && word[1] == 'i' && word[2] == 'B' &&
           std::string_view("KMGTPE").find(word[0]) != std::string_view::npos;
}

// Whether that version knows the known word: hwaddr came in 2.11 (825bfa0052),
// those of GLib in 3.0 (82870f3c02).
bool IsKnownIn(std::string_view word, int qemu_version)
{
    return word[0] == 'g' ? qemu_version >= 30000
                          : word != "hwaddr" || qemu_version >= 21100;
}

bool IsXenHandle(std::string_view word)
{
    return StartsWith(word, "xen") && EndsWith(word, "_handle") &&
           word.size() > 10;
}

}  // namespace

bool IsQemuTypeName(std::string_view word, int qemu_version)
{
    if (word.size() < 2 || !IsUpper(word[0]) ||
        (IsBinaryUnit(word) && qemu_version >= 30000)) {  // 5fa96cad01
        return false;
    }
    for (char c : word) {
        if (IsLower(c)) {
            return true;
        }
    }
    return IsLonger(word, "AIOCB") || IsLonger(word, "CPU") ||
           word == "QEMUBH";
}

bool IsKnownTypeWord(std::string_view word, int qemu_version)
{
    if (kShapes[WordShape(word)] &&
        std::find(kKnown.begin(), kKnown.end(), word) != kKnown.end()) {
        return IsKnownIn(word, qemu_version);
    }
    if (word.empty() || !IsWordStart(word[0])) {
        return false;
    }
    switch (word.back()) {
    case 't':
        return IsLonger(word, "_t");
    case 'r':
        return IsLonger(word, "_handler");
    case 'n':
        return IsLonger(word, "_handler_fn");
    case 'e':
        return IsXenHandle(word) && qemu_version >= 30000;  // 8d0f08e95b
    default:
        return false;
    }
}

}  // namespace laio::style
