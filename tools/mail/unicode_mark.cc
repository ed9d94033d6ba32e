#include "tools/mail/unicode_mark.h"

#include <glib.h>

namespace laio {

bool TakeByteOrderMark(std::string_view *text, std::string *converted)
{
    if (text->starts_with("\xEF\xBB\xBF")) {
        text->remove_prefix(3);
        return false;
    }
    bool little = text->starts_with("\xFF\xFE");
    if (!little && !text->starts_with("\xFE\xFF")) {
        return false;
    }
    gsize size = 0;
    char *utf8 = g_convert(text->data() + 2, gssize(text->size() - 2), "UTF-8",
                           little ? "UTF-16LE" : "UTF-16BE", nullptr, &size,
                           nullptr);
    if (!utf8) {
        return false;
    }
    converted->assign(utf8, size);
    g_free(utf8);
    return true;
}

}  // namespace laio
