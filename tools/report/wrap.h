// Text in lines of a width that a mail can carry.

#ifndef TOOLS_REPORT_WRAP_H
#define TOOLS_REPORT_WRAP_H

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace laio {

inline constexpr size_t kReportWidth = 76;  // a reply may quote it twice

// Breaks at blanks, and inside a word only when it alone is wider than a line.
// Control characters become '?': what a stranger's code says must not steer a
// terminal.
//
//   width    of a line without `indent`s, at least 1
// Returns:  at least one line, without line feeds.
std::vector<std::string> WrapLine(std::string_view text, size_t width);

// The lines of WrapLine(), the first after `first`, the others after as many
// blanks; all within kReportWidth, without blanks at the end, each with a line
// feed. A `first` that is wider than half of that is wrapped with the text.
std::string Paragraph(std::string_view first, std::string_view text);

// `text` cut to whole lines, at most `max_lines`; a last line says how many
// were left out. Each line is cut to kReportWidth after `indent`.
std::string Excerpt(std::string_view text, size_t max_lines,
                    std::string_view indent);

}  // namespace laio

#endif  // TOOLS_REPORT_WRAP_H
