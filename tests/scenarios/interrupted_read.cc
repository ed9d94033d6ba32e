#include "tests/scenarios/interrupted_read.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

namespace laio {

namespace {

bool interrupt_next;
int interrupted_fd = -1;
bool repeated;

}  // namespace

void InterruptNextRead()
{
    interrupt_next = true;
}

bool ReadWasRepeated()
{
    return repeated;
}

}  // namespace laio

extern "C" ssize_t read(int fd, void *buffer, size_t bytes)
{
    if (laio::interrupt_next && bytes == sizeof(uint64_t)) {
        laio::interrupt_next = false;
        laio::interrupted_fd = fd;
        errno = EINTR;
        return -1;
    }
    laio::repeated |= fd == laio::interrupted_fd;
    return syscall(SYS_read, fd, buffer, bytes);
}
