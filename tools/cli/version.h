// The one place that says which laio this is.

#ifndef TOOLS_CLI_VERSION_H
#define TOOLS_CLI_VERSION_H

namespace laio {

inline constexpr const char *kVersion = "0.9.0";
inline constexpr const char *kVersionDate = "2026-11-29";

}  // namespace laio

#endif  // TOOLS_CLI_VERSION_H
