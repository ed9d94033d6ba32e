#include "tools/git/identity.h"

#include <optional>

#include "tools/git/libgit2_handles.h"

namespace laio {
namespace {

using ConfigPtr = std::unique_ptr<git_config, Freer<git_config_free>>;

std::string ReadKey(const std::string &file, const char *key)
{
    git_config *config = nullptr;
    if (git_config_open_ondisk(&config, file.c_str()) != 0) {
        return "";
    }
    ConfigPtr keep(config);
    git_buf value = {};
    std::string text;
    if (git_config_get_string_buf(&value, config, key) == 0 && value.ptr) {
        text = value.ptr;
    }
    git_buf_dispose(&value);
    return text;
}

std::string FirstOf(const std::vector<std::string> &files, const char *key)
{
    for (const std::string &file : files) {
        std::string value = ReadKey(file, key);
        if (!value.empty()) {
            return value;
        }
    }
    return "";
}

}  // namespace

std::string ReadIdentity(const std::vector<std::string> &files)
{
    StartLibgit2();
    std::string name = FirstOf(files, "user.name");
    std::string address = FirstOf(files, "user.email");
    return name.empty() || address.empty() ? ""
                                           : name + " <" + address + ">";
}

}  // namespace laio
