#include "tools/report/display_text.h"

#include <fmt/format.h>
#include <glib.h>

namespace laio {
namespace {

constexpr gunichar kReplacement = 0xfffd;
constexpr gunichar kPictures = 0x2400;
constexpr gunichar kPictureOfDelete = 0x2421;

void Append(std::string &out, gunichar c)
{
    char utf8[6];
    out.append(utf8, static_cast<size_t>(g_unichar_to_utf8(c, utf8)));
}

void AppendShown(std::string &out, gunichar c)
{
    if (c == '\n' || c == '\t') {
        Append(out, c);
    } else if (c < 0x20) {
        Append(out, kPictures + c);
    } else if (c == 0x7f) {
        Append(out, kPictureOfDelete);
    } else if (c == 0xfffe || c == 0xffff) {
        Append(out, kReplacement);
    } else if (g_unichar_type(c) == G_UNICODE_FORMAT ||
               g_unichar_type(c) == G_UNICODE_CONTROL) {
        out += fmt::format("[U+{:04X}]", c);
    } else {
        Append(out, c);
    }
}

}  // namespace

std::string DisplayText(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size());
    while (!bytes.empty()) {
        gunichar c = g_utf8_get_char_validated(
            bytes.data(), static_cast<gssize>(bytes.size()));
        // An embedded NUL is a character like others; GLib says otherwise.
        if (bytes[0] == '\0') {
            c = 0;
        }
        if (c == static_cast<gunichar>(-1) || c == static_cast<gunichar>(-2)) {
            Append(out, kReplacement);
            bytes.remove_prefix(1);
            continue;
        }
        AppendShown(out, c);
        bytes.remove_prefix(
            static_cast<size_t>(g_unichar_to_utf8(c, nullptr)));
    }
    return out;
}

}  // namespace laio
