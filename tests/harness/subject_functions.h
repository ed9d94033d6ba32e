// The types that a linux-aio's functions have, one for each form in traits.h.
//
// Part of subject_api.cc.

#ifndef TESTS_HARNESS_SUBJECT_FUNCTIONS_H
#define TESTS_HARNESS_SUBJECT_FUNCTIONS_H

#include <cstdint>

extern "C" {
#include "block/aio.h"
#include "block/block.h"
}

namespace laio {

// A state that is not typed is a void *, which the calls cannot tell apart.
using InitPlain = LinuxAioState *(*)();
using InitErrp = LinuxAioState *(*)(::Error **);
using CleanupFn = void (*)(LinuxAioState *);
using AttachFn = void (*)(LinuxAioState *, AioContext *);
using SubmitFn = BlockAIOCB *(*)(BlockDriverState *, LinuxAioState *, int,
                                 int64_t sector, QEMUIOVector *,
                                 int nb_sectors, BlockCompletionFunc *,
                                 void *opaque, int type);
using CoStateSectors = int (*)(BlockDriverState *, LinuxAioState *, int,
                               int64_t sector, QEMUIOVector *, int nb_sectors,
                               int type);
using CoStateBytes = int (*)(BlockDriverState *, LinuxAioState *, int,
                             uint64_t offset, QEMUIOVector *, int type);
using CoStateBytesBatch = int (*)(BlockDriverState *, LinuxAioState *, int,
                                  uint64_t offset, QEMUIOVector *, int type,
                                  uint64_t dev_max_batch);
using CoThreadBytesBatch = int (*)(int, uint64_t offset, QEMUIOVector *,
                                   int type, uint64_t dev_max_batch);
using CoThreadBytesFlags = int (*)(int, uint64_t offset, QEMUIOVector *,
                                   int type, BdrvRequestFlags,
                                   uint64_t dev_max_batch);
using PlugState = void (*)(BlockDriverState *, LinuxAioState *);
using PlugThread = void (*)();
using UnplugStateBool = void (*)(BlockDriverState *, LinuxAioState *, bool);
using UnplugState = void (*)(BlockDriverState *, LinuxAioState *);
using UnplugStateBatch = void (*)(BlockDriverState *, LinuxAioState *,
                                  uint64_t dev_max_batch);
using UnplugThreadBatch = void (*)(uint64_t dev_max_batch);

// Symbols as dlsym() gives them; NULL where the traits have no such function.
struct SubjectFunctions {
    void *init = nullptr;
    void *cleanup = nullptr;
    void *attach = nullptr;
    void *detach = nullptr;
    void *submit = nullptr;
    void *co_submit = nullptr;
    void *plug = nullptr;
    void *unplug = nullptr;

    template <typename Function>
    static Function As(void *symbol)
    {
        return reinterpret_cast<Function>(symbol);
    }
};

}  // namespace laio

#endif  // TESTS_HARNESS_SUBJECT_FUNCTIONS_H
