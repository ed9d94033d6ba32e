// Where a file's text is in another version, or in the other project.

#ifndef TOOLS_PORT_COUNTERPART_H
#define TOOLS_PORT_COUNTERPART_H

#include <string>
#include <vector>

namespace laio::port {

// Paths at which a version may have what `path` has, likely first; `path`
// itself is the first of them.
std::vector<std::string> Counterparts(const std::string &path);

bool IsCxx(const std::string &path);

}  // namespace laio::port

#endif  // TOOLS_PORT_COUNTERPART_H
