#include "tools/cli/committer.h"

#include <cstdlib>

#include "tools/git/identity.h"

namespace laio {
namespace {

std::string Variable(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

}  // namespace

std::string Committer(const std::string &git_folder)
{
    std::string name = Variable("GIT_COMMITTER_NAME");
    std::string address = Variable("GIT_COMMITTER_EMAIL");
    if (!name.empty() && !address.empty()) {
        return name + " <" + address + ">";
    }
    std::string home = Variable("HOME");
    std::string global = Variable("GIT_CONFIG_GLOBAL");
    return ReadIdentity({git_folder + "/config",
                         global.empty() ? home + "/.gitconfig" : global,
                         home + "/.config/git/config", "/etc/gitconfig"});
}

std::string CommitterDate()
{
    return Variable("GIT_COMMITTER_DATE");
}

}  // namespace laio
