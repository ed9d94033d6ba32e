#include "tools/base/write_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>

namespace laio {

Status WriteFile(const std::filesystem::path &file, std::string_view text)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.close();
    if (!out) {
        return EnvironmentError("cannot write " + file.string() + ": " +
                                std::strerror(errno));
    }
    return Ok();
}

}  // namespace laio
