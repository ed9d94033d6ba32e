// The text that an HTML mail or a web page shows.

#ifndef TOOLS_MAIL_HTML_TEXT_H
#define TOOLS_MAIL_HTML_TEXT_H

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace laio {

struct HtmlText {
    std::string text;
    std::string title;    // of the window
    std::string heading;  // the first one on the page
    // Where in `text` the parts are that were set as they are (<pre>).
    struct Part {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    std::vector<Part> set_parts;
};

// Lines end at <br> and where a block does. Runs of blanks are one, unless
// they are no-break spaces or stand where the page keeps them: in <pre>, under
// `white-space: pre`, in the code of a diff's table. Quotes get their marks
// back, and numbers of lines are left out. Some archives escape what is
// escaped already: that is undone as well.
HtmlText ReadHtml(std::string_view html);

std::string HtmlToText(std::string_view html);

}  // namespace laio

#endif  // TOOLS_MAIL_HTML_TEXT_H
