#include "tools/mail/flowed.h"

#include <algorithm>

namespace laio {
namespace {

struct FlowedLine {
    std::size_t depth = 0;  // quote marks
    std::string_view text;  // unstuffed
    bool soft = false;      // goes on in the next line
};

FlowedLine ReadLine(std::string_view line)
{
    FlowedLine result;
    result.depth = std::min(line.find_first_not_of('>'), line.size());
    line.remove_prefix(result.depth);
    if (line.starts_with(' ')) {
        line.remove_prefix(1);
    }
    result.text = line;
    // An empty line of a diff is a blank; it does not go on.
    bool empty = line.find_first_not_of(' ') == std::string_view::npos;
    result.soft = line.ends_with(' ') && !empty && line != "-- ";
    return result;
}

}  // namespace

std::string Unflow(std::string_view text, bool del_sp)
{
    std::string out;
    bool joining = false;
    std::size_t depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.find('\n', at), text.size());
        FlowedLine line = ReadLine(text.substr(at, end - at));
        bool goes_on = joining && line.depth == depth;
        if (joining && !goes_on) {
            out += '\n';
        }
        if (!goes_on && line.depth > 0) {
            out += std::string(line.depth, '>') + ' ';
        }
        depth = line.depth;
        joining = line.soft;
        out += line.text;
        if (line.soft && del_sp) {
            out.pop_back();
        }
        if (!line.soft) {
            out += '\n';
        }
        at = end + 1;
    }
    if (joining) {
        out += '\n';
    }
    return out;
}

}  // namespace laio
