// A log that is written until somebody kills the writer, and what must be in
// it then.
//
// Entry n is kEntryBytes long at n * kEntryBytes and says n in every word, so
// that it lies across blocks and a piece of it is told from the whole.

#ifndef TESTS_CRASH_CRASH_LOG_H
#define TESTS_CRASH_CRASH_LOG_H

#include <cstdint>
#include <string>
#include <vector>

#include "block/block_backend.h"

namespace laio {

inline constexpr int64_t kEntryBytes = 1736;
inline constexpr int64_t kLogEntries = 20000;

// What makes an entry stable before it is acknowledged.
enum class AckAfter {
    kFua,
    kFlush,
    kWrite,  // nothing: only what the page cache keeps is there
};

struct LogOptions {
    std::string path;
    BlockOpenOptions disk;
    AckAfter ack = AckAfter::kFua;
    int in_flight = 8;  // entries, or entries of one flush
};

// Makes the file, of zeros, with its blocks in place.
// Returns: false with errno set.
bool MakeLog(const std::string &path);

// Writes entry after entry and the number of each, as eight bytes, to `ack_fd`
// when it is stable. Ends when the log is full or at an error, which is told
// on stderr.
//
// Returns:  how many were acknowledged.
int64_t WriteLog(const LogOptions &options, int ack_fd);

// Looks for every acknowledged entry.
//
// Returns:  empty, or which of them is not there.
std::string CheckLog(const std::string &path,
                     const std::vector<int64_t> &acknowledged);

}  // namespace laio

#endif  // TESTS_CRASH_CRASH_LOG_H
