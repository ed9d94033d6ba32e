#include "tools/base/replace_file.h"

#include <glib.h>

#include <memory>
#include <system_error>

namespace laio {

namespace fs = std::filesystem;

Status ReplaceFile(const fs::path &file, std::string_view text)
{
    std::error_code failed;
    const fs::path target = fs::canonical(file, failed);
    const fs::perms mode =
        failed ? fs::perms() : fs::status(target, failed).permissions();
    if (failed) {
        return EnvironmentError("cannot write " + file.string() + ": " +
                                failed.message());
    }
    GError *error = nullptr;
    if (!g_file_set_contents_full(
            target.c_str(), text.data(), static_cast<gssize>(text.size()),
            G_FILE_SET_CONTENTS_CONSISTENT, static_cast<int>(mode), &error)) {
        std::unique_ptr<GError, decltype(&g_error_free)> owned(error,
                                                               g_error_free);
        return EnvironmentError("cannot write " + file.string() + ": " +
                                error->message);
    }
    fs::permissions(target, mode, failed);  // the umask took some
    return Ok();
}

}  // namespace laio
