#include "tools/style/type_words.h"

#include "tools/style/chars.h"
#include "tools/style/word_set.h"

namespace laio::style {
namespace {

bool IsLonger(std::string_view word, std::string_view suffix)
{
    return word.size() > suffix.size() && EndsWith(word, suffix);
}

bool IsBinaryUnit(std::string_view word)
{
    return word.size() >= 3 && word[1] == 'i' && word[2] == 'B' &&
           std::string_view("KMGTPE").find(word[0]) != std::string_view::npos;
}

bool IsXenHandle(std::string_view word)
{
    return StartsWith(word, "xen") && EndsWith(word, "_handle") &&
           word.size() > 10;
}

}  // namespace

bool IsQemuTypeName(std::string_view word)
{
    if (word.size() < 2 || !IsUpper(word[0]) || IsBinaryUnit(word)) {
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

bool IsKnownTypeWord(std::string_view word)
{
    static const WordSet known{
        "void",        "char",      "short",     "int",      "long",
        "unsigned",    "float",     "double",    "bool",     "target_long",
        "hwaddr",      "gchar",     "gshort",    "glong",    "gint",
        "gboolean",    "guchar",    "gushort",   "gulong",   "guint",
        "gfloat",      "gdouble",   "gpointer",  "gint8",    "guint8",
        "gint16",      "guint16",   "gint32",    "guint32",  "gint64",
        "guint64",     "gsize",     "gssize",    "goffset",  "gintptr",
        "guintptr",    "target_ulong", "gconstpointer"};
    if (known.Holds(word)) {
        return true;
    }
    if (word.empty() || !IsWordStart(word[0])) {
        return false;
    }
    return IsLonger(word, "_t") || IsLonger(word, "_handler") ||
           IsLonger(word, "_handler_fn") || IsXenHandle(word);
}

}  // namespace laio::style
