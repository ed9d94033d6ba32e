#include "tools/cli/hand_over.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace laio {
namespace {

namespace fs = std::filesystem;

fs::path Self()
{
    std::error_code ignored;
    return fs::read_symlink("/proc/self/exe", ignored);
}

}  // namespace

std::vector<fs::path> FullProgramPlaces(const std::string &called,
                                        const fs::path &self)
{
    std::vector<fs::path> places;
    if (called.find('/') != called.npos) {
        places.push_back(fs::path(called).replace_filename(kFullProgram));
    }
    fs::path folder = self.parent_path();
    places.push_back(folder / kFullProgram);
    places.push_back(folder.parent_path() / kShippedFolder /
                     kFullProgram);
    return places;
}

fs::path FrontProgram(const fs::path &self)
{
    if (self.filename() != kFullProgram) {
        return self;
    }
    fs::path folder = self.parent_path();
    fs::path prefix = folder.parent_path().parent_path();
    for (const fs::path &place : {folder / "laio", prefix / "bin/laio"}) {
        std::error_code ignored;
        if (fs::is_regular_file(place, ignored)) {
            return place;
        }
    }
    return self;
}

Error StartFirst(const std::vector<fs::path> &places, char **argv)
{
    std::string why;
    for (const fs::path &place : places) {
        execv(place.c_str(), argv);
        why += "\n    " + place.string() + ": " + std::strerror(errno);
    }
    return EnvironmentError(
        std::string("cannot start ") + kFullProgram +
        ", which belongs beside this program; tried:" + why);
}

Error HandOver(char **argv)
{
    return StartFirst(FullProgramPlaces(argv[0], Self()), argv);
}

}  // namespace laio
