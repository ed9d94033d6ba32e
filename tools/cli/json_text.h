// JSON as the command line prints it.

#ifndef TOOLS_CLI_JSON_TEXT_H
#define TOOLS_CLI_JSON_TEXT_H

#include <nlohmann/json.hpp>
#include <string>

namespace laio {

// Indented, with a line feed at the end. Bytes that are no UTF-8, as a patch
// may hold them, become U+FFFD.
inline std::string JsonText(const nlohmann::json &json)
{
    return json.dump(2, ' ', false,
                     nlohmann::json::error_handler_t::replace) +
           "\n";
}

}  // namespace laio

#endif  // TOOLS_CLI_JSON_TEXT_H
