#include "block/block_limits.h"

#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <memory>

#include "block/file_calls.h"
#include "qemu/memalign.h"

static constexpr uint32_t SAFE_ALIGNMENT = 4096;
static constexpr uint32_t MAX_ALIGNMENT = 65536;

namespace {

struct ProbeBuffer {
    char *memory = static_cast<char *>(
        qemu_memalign(MAX_ALIGNMENT, size_t{2} * MAX_ALIGNMENT));

    ~ProbeBuffer() { qemu_vfree(memory); }
};

}  // namespace

// Returns:  bytes read, or -errno.
static ssize_t probe_read(int fd, char *memory, uint32_t bytes, off_t offset)
{
    const struct iovec iov = {memory, bytes};

    return file_calls_current()->preadv(fd, &iov, 1, offset);
}

// Finds a place whose reads go to the device.
//
// Returns:  a multiple of MAX_ALIGNMENT, or -1 when there is no data.
static off_t find_data(int fd)
{
    const off_t data = lseek(fd, 0, SEEK_DATA);

    // Devices, and file systems that know no holes, have it anywhere.
    if (data < 0) {
        return errno == ENXIO ? -1 : 0;
    }
    // Behind the beginning of the data, so as not to meet the hole before it.
    const off_t place = ROUND_UP(data, off_t{MAX_ALIGNMENT});
    return lseek(fd, place, SEEK_DATA) == place ? place : -1;
}

// Returns:  the least power of two that works, or 0.
static uint32_t probe_request_alignment(int fd, char *memory, off_t place)
{
    for (uint32_t size = 1; size <= MAX_ALIGNMENT; size *= 2) {
        if (size > 1 && size < 512) {
            continue;
        }
        if (probe_read(fd, memory, size, place) > 0) {
            return size;
        }
    }
    return 0;
}

// Not less than a block: of other buffers the kernel takes those that it need
// not split, which depends on the request.
static uint32_t probe_memory_alignment(int fd, char *memory, off_t place,
                                       uint32_t request)
{
    for (uint32_t size = request; size < SAFE_ALIGNMENT; size *= 2) {
        if (probe_read(fd, memory + size, request, place) > 0) {
            return size;
        }
    }
    return std::max(request, SAFE_ALIGNMENT);
}

// Returns:  of a block device, else 0.
static uint32_t sector_size(int fd)
{
    struct stat st;
    int size;

    if (fstat(fd, &st) < 0 || !S_ISBLK(st.st_mode) ||
        ioctl(fd, BLKSSZGET, &size) < 0) {
        return 0;
    }
    return static_cast<uint32_t>(size);
}

BlockLimits block_probe_limits(int fd, bool direct)
{
    if (!direct) {
        return BlockLimits();
    }
    const BlockLimits safe = {SAFE_ALIGNMENT, SAFE_ALIGNMENT};
    ProbeBuffer buffer;
    BlockLimits limits;
    const off_t place = find_data(fd);

    limits.request_alignment = sector_size(fd);
    if (!limits.request_alignment && place >= 0) {
        limits.request_alignment =
            probe_request_alignment(fd, buffer.memory, place);
    }
    if (limits.request_alignment <= 1) {
        return safe;
    }
    limits.memory_alignment = probe_memory_alignment(
        fd, buffer.memory, std::max(place, off_t{0}),
        limits.request_alignment);
    return limits;
}

bool block_is_aligned(const BlockLimits *limits, uint64_t offset,
                      const QEMUIOVector *qiov)
{
    uint64_t bytes = offset;
    uint64_t addresses = 0;

    if (qiov->niov > IOV_MAX) {
        return false;
    }
    for (int i = 0; i < qiov->niov; i++) {
        bytes |= qiov->iov[i].iov_len;
        addresses |= reinterpret_cast<uintptr_t>(qiov->iov[i].iov_base);
    }
    return (bytes & (limits->request_alignment - 1)) == 0 &&
           (addresses & (limits->memory_alignment - 1)) == 0;
}
