// The seam through which the raw file driver makes its blocking calls.
//
// Requests that the kernel does in the background go through util/io_kernel.h;
// this is the rest: what threads of the pool do, and what opening a file asks.
// The functions of the class itself are the system calls; a test overrides
// those that it wants to see or to fail.

#ifndef BLOCK_FILE_CALLS_H
#define BLOCK_FILE_CALLS_H

#include <sys/types.h>
#include <sys/uio.h>

class FileCalls {
 public:
    virtual ~FileCalls() = default;

    // As the system calls of these names, with -errno for -1; one that a
    // signal interrupts begins again.
    //
    //   rwf  RWF_DSYNC or 0
    // Thread: any, several at a time.
    virtual ssize_t preadv(int fd, const struct iovec *iov, int niov,
                           off_t offset);
    virtual ssize_t pwritev(int fd, const struct iovec *iov, int niov,
                            off_t offset, int rwf);
    virtual int fdatasync(int fd);
    virtual int fallocate(int fd, int mode, off_t offset, off_t bytes);
    virtual int ftruncate(int fd, off_t length);
};

// The calls in force: the system's unless replaced.
// Thread: any.
FileCalls *file_calls_current();

// Puts `calls` in force for the whole process; NULL for the system's.
//
// Keeps:   `calls` stays the caller's and must outlive its being in force.
// Thread:  while no request is under way.
void file_calls_replace(FileCalls *calls);

#endif  // BLOCK_FILE_CALLS_H
