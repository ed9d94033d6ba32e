#include "tests/crash/crash_log.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>

#include "qapi/error.h"

namespace laio {
namespace {

std::vector<char> EntryOf(int64_t number)
{
    std::vector<char> bytes(kEntryBytes);
    for (size_t at = 0; at < bytes.size(); at += sizeof(number)) {
        const int64_t word = number + 1;  // zeros are no entry
        std::memcpy(&bytes[at], &word, sizeof(word));
    }
    return bytes;
}

class Writer {
 public:
    Writer(BlockBackend *disk, const LogOptions &options, int ack_fd)
        : disk_(disk), options_(options), ack_fd_(ack_fd)
    {
    }

    int64_t Run()
    {
        while (!failed_ && acknowledged_ < kLogEntries) {
            if (CanBegin()) {
                Begin();
            } else {
                aio_poll(qemu_get_current_aio_context(), true);
            }
        }
        return acknowledged_;
    }

 private:
    struct Entry {
        Writer *writer;
        int64_t number;
        std::vector<char> bytes;
        QEMUIOVector qiov;
    };

    bool CanBegin() const
    {
        const bool waits_for_flush = static_cast<int>(written_.size()) ==
                                     options_.in_flight;
        return begun_ < kLogEntries && !waits_for_flush &&
               begun_ - over_ < options_.in_flight;
    }

    void Begin()
    {
        auto *entry = new Entry{this, begun_++, {}, {}};
        entry->bytes = EntryOf(entry->number);
        qemu_iovec_init_buf(&entry->qiov, entry->bytes.data(), kEntryBytes);
        const auto flags = options_.ack == AckAfter::kFua
                               ? BDRV_REQ_FUA
                               : BdrvRequestFlags();
        blk_aio_pwritev(disk_, entry->number * kEntryBytes, &entry->qiov,
                        flags, Written, entry);
    }

    static void Written(void *opaque, int ret)
    {
        const std::unique_ptr<Entry> entry(static_cast<Entry *>(opaque));
        Writer *self = entry->writer;
        self->over_++;
        if (self->Fails("write", ret)) {
            return;
        }
        if (self->options_.ack != AckAfter::kFlush) {
            self->Acknowledge(entry->number);
            return;
        }
        self->written_.push_back(entry->number);
        // Covers what is over, not what is still under way.
        if (!self->flushing_) {
            self->Flush();
        }
    }

    void Flush()
    {
        covered_ = std::exchange(written_, {});
        flushing_ = !covered_.empty();
        if (flushing_) {
            blk_aio_flush(disk_, Flushed, this);
        }
    }

    static void Flushed(void *opaque, int ret)
    {
        auto *self = static_cast<Writer *>(opaque);
        if (self->Fails("flush", ret)) {
            return;
        }
        for (const int64_t number : self->covered_) {
            self->Acknowledge(number);
        }
        self->Flush();
    }

    void Acknowledge(int64_t number)
    {
        acknowledged_++;
        failed_ |= write(ack_fd_, &number, sizeof(number)) != sizeof(number);
    }

    // Tells of it, and the log ends.
    bool Fails(const char *what, int ret)
    {
        if (ret < 0) {
            std::fprintf(stderr, "%s: %s\n", what, std::strerror(-ret));
            failed_ = true;
        }
        return ret < 0;
    }

    BlockBackend *disk_;
    const LogOptions &options_;
    int ack_fd_;
    int64_t begun_ = 0, over_ = 0, acknowledged_ = 0;
    bool flushing_ = false, failed_ = false;
    std::vector<int64_t> written_;  // and in no flush yet
    std::vector<int64_t> covered_;  // by the flush that is under way
};

}  // namespace

bool MakeLog(const std::string &path)
{
    const int fd = open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC, 0600);
    const std::vector<char> zeros(1 << 20);
    bool ok = fd >= 0;
    for (int64_t at = 0; ok && at < kLogEntries * kEntryBytes;
         at += static_cast<int64_t>(zeros.size())) {
        ok = write(fd, zeros.data(), zeros.size()) ==
             static_cast<ssize_t>(zeros.size());
    }
    ok = ok && fsync(fd) == 0;
    close(fd);
    return ok;
}

int64_t WriteLog(const LogOptions &options, int ack_fd)
{
    AioContext *ctx = aio_context_new(&error_abort);
    qemu_set_current_aio_context(ctx);
    Error *error = nullptr;
    BlockBackend *disk = blk_open(options.path.c_str(), options.disk, &error);
    if (disk == nullptr) {
        error_report_err(error);
        return 0;
    }
    return Writer(disk, options, ack_fd).Run();
}

std::string CheckLog(const std::string &path,
                     const std::vector<int64_t> &acknowledged)
{
    const int fd = open(path.c_str(), O_RDONLY);
    std::string missing;
    int count = 0;
    for (const int64_t number : acknowledged) {
        std::vector<char> there(kEntryBytes);
        if (pread(fd, there.data(), there.size(), number * kEntryBytes) !=
                kEntryBytes ||
            there != EntryOf(number)) {
            count++;
            missing = "entry " + std::to_string(number);
        }
    }
    close(fd);
    return count == 0 ? ""
                      : std::to_string(count) + " of " +
                            std::to_string(acknowledged.size()) +
                            " acknowledged entries are not there, such as " +
                            missing;
}

}  // namespace laio
