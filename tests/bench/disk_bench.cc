// What a request on a disk costs besides the kernel's part: by depth and by
// the number of files on one context.

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdlib>
#include <deque>
#include <string>
#include <vector>

#include "block/block_backend.h"
#include "qapi/error.h"
#include "tests/bench/memory_kernel.h"

namespace laio {
namespace {

constexpr size_t kBlock = 4096;

// Requests without end: each that completes is followed by another.
class Load {
 public:
    struct Slot {
        Load *load;
        BlockBackend *disk;
        QEMUIOVector qiov;
    };

    Load(int depth, int files, bool writes) : writes_(writes)
    {
        kernel_.set_bytes(kBlock);
        io_kernel_replace(&kernel_);
        ctx_ = aio_context_new(&error_abort);
        qemu_set_current_aio_context(ctx_);
        // Never so long: the ring is not empty.
        aio_context_set_poll_params(ctx_, 1000000000, 0, 0, &error_abort);
        for (int i = 0; i < files; i++) {
            disks_.push_back(OpenDisk());
        }
        for (int i = 0; i < depth * files; i++) {
            Slot &slot = slots_.emplace_back();
            slot.load = this;
            slot.disk = disks_[i % files];
            qemu_iovec_init_buf(&slot.qiov, memory_, kBlock);
        }
    }

    ~Load()
    {
        ends_ = true;
        while (in_flight_ > 0) {
            aio_poll(ctx_, true);
        }
        for (BlockBackend *disk : disks_) {
            blk_close(disk);
        }
        qemu_set_current_aio_context(nullptr);
        aio_context_unref(ctx_);
        io_kernel_replace(nullptr);
    }

    void Start()
    {
        for (Slot &slot : slots_) {
            Begin(&slot);
        }
    }

    int64_t over() const { return over_; }

    void Turn() { aio_poll(ctx_, true); }

 private:
    static BlockBackend *OpenDisk()
    {
        std::string path = "/tmp/disk_bench-XXXXXX";
        const int fd = mkstemp(path.data());
        if (fd < 0 || ftruncate(fd, 1 << 20) < 0) {
            std::abort();
        }
        close(fd);
        BlockBackend *disk = blk_open(
            path.c_str(),
            {.writable = true, .aio = BLOCK_AIO_NATIVE,
             .request_alignment = 512},
            &error_abort);
        unlink(path.c_str());
        return disk;
    }

    void Begin(Slot *slot)
    {
        in_flight_++;
        const auto begin = writes_ ? blk_aio_pwritev : blk_aio_preadv;
        begin(slot->disk, 0, &slot->qiov, {}, Done, slot);
    }

    static void Done(void *opaque, int)
    {
        auto *slot = static_cast<Slot *>(opaque);
        slot->load->in_flight_--;
        slot->load->over_++;
        if (!slot->load->ends_) {
            slot->load->Begin(slot);
        }
    }

    bool writes_;
    bool ends_ = false;
    int in_flight_ = 0;
    int64_t over_ = 0;
    MemoryKernel kernel_;
    AioContext *ctx_ = nullptr;
    std::vector<BlockBackend *> disks_;
    std::deque<Slot> slots_;
    alignas(4096) char memory_[kBlock];
};

void Measure(benchmark::State &state, bool writes)
{
    Load load(static_cast<int>(state.range(0)),
              static_cast<int>(state.range(1)), writes);
    load.Start();
    const int64_t before = load.over();
    for (auto _ : state) {
        load.Turn();
    }
    state.counters["ns_per_request"] = benchmark::Counter(
        static_cast<double>(load.over() - before) / 1e9,
        benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void DiskReads(benchmark::State &state)
{
    Measure(state, false);
}
BENCHMARK(DiskReads)
    ->ArgNames({"depth", "files"})
    ->ArgsProduct({{1, 4, 32, 256, 1024}, {1}})
    ->ArgsProduct({{16}, {1, 4, 16, 64}});

void DiskWrites(benchmark::State &state)
{
    Measure(state, true);
}
BENCHMARK(DiskWrites)
    ->ArgNames({"depth", "files"})
    ->ArgsProduct({{1, 32, 1024}, {1}})
    ->ArgsProduct({{16}, {1, 64}});

}  // namespace
}  // namespace laio
