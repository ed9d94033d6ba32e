// crash_log make FILE | write FILE KIND... | check FILE ACKS | shut FOLDER
//
// What power_loss.sh needs. `write` writes the numbers of what it acknowledges
// to stdout, `check` reads them from the file ACKS; KIND is some of: direct
// threads flush nothing. `shut` ends the file system that FOLDER is on as a
// loss of power would: nothing more of it reaches the device.

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <fstream>

#include "tests/crash/crash_log.h"

namespace laio {
namespace {

// FS_IOC_SHUTDOWN of the kernel's headers, which has come to them late.
constexpr unsigned long kShutdown = _IOR('X', 125, uint32_t);
constexpr uint32_t kWithoutLogFlush = 2;

constexpr int kUsage = 2;

LogOptions OptionsOf(const std::string &path, char **kinds)
{
    LogOptions options = {path, {.writable = true, .aio = BLOCK_AIO_NATIVE}};
    for (; *kinds; kinds++) {
        const std::string kind = *kinds;
        if (kind == "direct") {
            options.disk.direct = true;
        } else if (kind == "threads") {
            options.disk.aio = BLOCK_AIO_THREADS;
        } else {
            options.ack = kind == "flush" ? AckAfter::kFlush
                                          : AckAfter::kWrite;
        }
    }
    return options;
}

int Check(const std::string &path, const char *acks)
{
    std::ifstream file(acks, std::ios::binary);
    std::vector<int64_t> acknowledged;
    int64_t number;
    while (file.read(reinterpret_cast<char *>(&number), sizeof(number))) {
        acknowledged.push_back(number);
    }
    const std::string missing = CheckLog(path, acknowledged);
    std::printf("%s\n", missing.empty()
                            ? (std::to_string(acknowledged.size()) +
                               " acknowledged entries are there").c_str()
                            : missing.c_str());
    return missing.empty() && !acknowledged.empty() ? 0 : 1;
}

int Shut(const char *folder)
{
    const int fd = open(folder, O_RDONLY | O_DIRECTORY);
    uint32_t how = kWithoutLogFlush;
    if (fd < 0 || ioctl(fd, kShutdown, &how) < 0) {
        std::perror("cannot shut the file system");
        return 1;
    }
    return 0;
}

int Main(int argc, char **argv)
{
    const std::string command = argc > 2 ? argv[1] : "";
    if (command == "make") {
        return MakeLog(argv[2]) ? 0 : 1;
    }
    if (command == "write") {
        return WriteLog(OptionsOf(argv[2], argv + 3), STDOUT_FILENO) > 0 ? 0
                                                                         : 1;
    }
    if (command == "check" && argc == 4) {
        return Check(argv[2], argv[3]);
    }
    if (command == "shut") {
        return Shut(argv[2]);
    }
    std::fprintf(stderr, "usage: crash_log make|write|check|shut FILE ...\n");
    return kUsage;
}

}  // namespace
}  // namespace laio

int main(int argc, char **argv)
{
    return laio::Main(argc, argv);
}
