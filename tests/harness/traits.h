// What a linux-aio source file offers, read from its text.
//
// No version number is ever given: the parameter lists of the non-static
// laio_* definitions decide everything that a caller must do differently.

#ifndef TESTS_HARNESS_TRAITS_H
#define TESTS_HARNESS_TRAITS_H

#include <string>
#include <string_view>

#include "tools/base/result.h"

namespace laio {

enum class CoSubmitForm {
    kAbsent,
    kStateSectors,        // (bs, s, fd, sector, qiov, nb_sectors, type)
    kStateBytes,          // (bs, s, fd, offset, qiov, type)
    kStateBytesBatch,     // ... + dev_max_batch
    kThreadBytesBatch,    // (fd, offset, qiov, type, dev_max_batch)
    kThreadBytesFlags,    // (fd, offset, qiov, type, flags, dev_max_batch)
};

enum class PlugForm {
    kAbsent,   // neither laio_io_plug nor a deferred call
    kState,    // laio_io_plug(bs, s)
    kThread,   // laio_io_plug(void)
    kBlkPlug,  // the file calls blk_io_plug_call
    kDefer,    // the file calls defer_call
};

enum class UnplugForm {
    kAbsent,
    kStateBool,    // (bs, s, bool unplug)
    kState,        // (bs, s)
    kStateBatch,   // (bs, s, dev_max_batch)
    kThreadBatch,  // (dev_max_batch)
};

struct Traits {
    bool typed_state = false;     // struct LinuxAioState, not void *
    bool init_takes_errp = false;
    bool has_cleanup = false;
    bool has_attach = false;      // attach and detach
    bool has_submit = false;      // laio_submit with a completion callback
    CoSubmitForm co_submit = CoSubmitForm::kAbsent;
    PlugForm plug = PlugForm::kAbsent;
    UnplugForm unplug = UnplugForm::kAbsent;
    bool has_fdsync = false;      // laio_has_fdsync
    bool has_fua = false;         // laio_has_fua
    // The file takes the lock of the AioContext itself: its state is shared by
    // threads. Else whoever calls it sees to that.
    bool locks_context = false;
    // For the reader of a report; nothing is decided by these.
    bool wakes_by_aio_co_wake = false;
    // io_getevents is never called, or only where there is no ring to read.
    bool reaps_from_ring = false;
    bool has_io_poll = false;      // registers a poll handler
    // Its requests signal an eventfd only where the loop needs that. The
    // scenarios are played with a loop of either kind.
    bool sleeps_in_context = false;
};

// Reads the traits of C or C++ text.
//
//   source_name  for messages, which begin with `source_name:line:`
// Returns:  an Error when the text defines no laio_init, or a form of a
//           function that no version had.
Result<Traits> ReadTraits(std::string_view text, std::string_view source_name);

// One `name: value` line per trait, in the order of the struct.
std::string DescribeTraits(const Traits &traits);

}  // namespace laio

#endif  // TESTS_HARNESS_TRAITS_H
