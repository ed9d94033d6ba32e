// A loaded subject: one linux-aio implementation in a shared object, under one
// shape of calls whatever shape its own functions have.
//
// Owned by the process that judges it; one per process, since what the object
// calls (io_submit, aio_bh_new, ...) is the process's own.
// Thread: the home thread of the AioContext it is attached to, for everything.

#ifndef TESTS_HARNESS_SUBJECT_API_H
#define TESTS_HARNESS_SUBJECT_API_H

#include <cstdint>
#include <memory>
#include <string>

#include "tests/harness/traits.h"
#include "tools/base/result.h"

extern "C" {
#include "block/aio.h"
#include "block/raw-aio.h"
}

namespace laio {

class SubjectApi {
 public:
    virtual ~SubjectApi() = default;

    // Loads `shared_object` and binds the functions that `traits` names.
    //
    // Returns:  an Error when it cannot be loaded or lacks one of them.
    static Result<std::unique_ptr<SubjectApi>> Load(
        const std::string &shared_object, const Traits &traits);

    virtual const Traits &traits() const = 0;

    // laio_init(). A file that has its own global loop registers there.
    // Returns:  NULL when the subject refused; `why` then says what it said.
    virtual LinuxAioState *Init(std::string *why) = 0;
    // laio_cleanup(), or nothing where the file has none.
    virtual void Cleanup(LinuxAioState *s) = 0;
    // Also makes `s` what aio_get_linux_aio(ctx) returns; detach takes it back.
    virtual void Attach(LinuxAioState *s, AioContext *ctx) = 0;
    virtual void Detach(LinuxAioState *s, AioContext *ctx) = 0;

    // laio_submit(): `cb(opaque, ret)` is called once from the loop.
    //
    //   offset_bytes, qiov->size  multiples of 512
    //   type  QEMU_AIO_READ or QEMU_AIO_WRITE
    // Requires: traits().has_submit.
    // Returns:  NULL when the subject refused; `cb` is then never called.
    virtual BlockAIOCB *Submit(LinuxAioState *s, int fd, int64_t offset_bytes,
                               QEMUIOVector *qiov, int type,
                               BlockCompletionFunc *cb, void *opaque) = 0;

    // laio_co_submit(), in a coroutine; yields until the request is done.
    //
    //   flags          BdrvRequestFlags, 0 where the form takes none
    //   dev_max_batch  0 for the file's default
    // Requires: traits().co_submit != kAbsent.
    virtual int CoSubmit(LinuxAioState *s, int fd, uint64_t offset_bytes,
                         QEMUIOVector *qiov, int type, int flags,
                         uint64_t dev_max_batch) = 0;

    // Opens and closes a batch, by whichever of plug/unplug, blk_io_plug or
    // defer_call the file uses.
    virtual void Plug(LinuxAioState *s) = 0;
    virtual void Unplug(LinuxAioState *s, uint64_t dev_max_batch) = 0;
};

}  // namespace laio

#endif  // TESTS_HARNESS_SUBJECT_API_H
