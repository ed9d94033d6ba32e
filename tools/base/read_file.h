// The whole of a file.
// Thread: any.

#ifndef TOOLS_BASE_READ_FILE_H
#define TOOLS_BASE_READ_FILE_H

#include <string>

#include "tools/base/result.h"

namespace laio {

//   path  as the system takes it
//   name  for the message
// Returns:  an Error naming the file and what the system said; a directory is
//           one, too.
Result<std::string> ReadFile(const std::string &path, const std::string &name);

// All that is left to read of stdin.
std::string ReadStdin();

}  // namespace laio

#endif  // TOOLS_BASE_READ_FILE_H
