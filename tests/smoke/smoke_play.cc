#include "tests/smoke/smoke_play.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>

#include <fmt/format.h>

extern "C" {
#include "qemu/coroutine.h"
#include "qemu/main-loop.h"
}

namespace laio {
namespace {

// One request per region, so that none overlaps another.
constexpr size_t kRegionBlocks = 12;
constexpr size_t kRegions = 48;
// More than versions that hold back submit at once, and no multiple of it.
constexpr int kBatch = 37;
constexpr int kSmallBatch = 5;
constexpr int kChain = 6;
// What the file has behind its last block.
constexpr size_t kTailBytes = 100;
constexpr int64_t kPollNs = 200'000;

}  // namespace

Result<SmokeOutcome> SmokePlay::Run(const std::string &folder)
{
    Result<std::unique_ptr<SmokeFile>> file = SmokeFile::Make(folder);
    if (!file) {
        return file.error();
    }
    file_ = *std::move(file);
    const size_t bytes =
        kRegions * kRegionBlocks * file_->block_bytes() + kTailBytes;
    const Status filled = file_->Fill(bytes, 0);
    if (!filled) {
        return filled.error();
    }
    outcome_.detail = fmt::format("{}, blocks of {} bytes",
                                  file_->direct() ? "O_DIRECT" : "buffered",
                                  file_->block_bytes());
    loop_observer_replace(this);
    Begin();
    PlayWrites();
    PlayReads();
    PlayBoth();
    PlayChain();
    PlayEndOfFile();
    PlayFlush();
    End();
    loop_observer_replace(nullptr);
    return outcome_;
}

void SmokePlay::handler_runs(int, const char *what)
{
    polls_ += std::string_view(what) == "poll";
}

void SmokePlay::Begin()
{
    const bool attaches = api_->traits().has_attach;
    ctx_ = attaches ? aio_context_new(nullptr) : qemu_get_aio_context();
    if (ctx_ == nullptr) {
        Break("aio_context_new()", "no descriptor left");
        return;
    }
    if (attaches) {
        qemu_set_current_aio_context(ctx_);
    }
    aio_context_set_poll_params(ctx_, how_.io_poll ? kPollNs : 0, 0, 0,
                                nullptr);
    loop_ = how_.main_loop ? SmokeLoop::MainLoop(ctx_)
                           : SmokeLoop::AioPoll(ctx_);
    std::string why;
    state_ = api_->Init(&why);
    if (state_ == nullptr) {
        Break("laio_init()", why);
        return;
    }
    api_->Attach(state_, ctx_);
}

SmokePlay::Requests SmokePlay::Make(int count, int type, size_t first)
{
    Requests requests;
    for (int i = 0; i < count; i++) {
        const size_t n = first + static_cast<size_t>(i);
        // Not in the order of the file, and of many sizes.
        const size_t region = n * 29 % kRegions;
        requests.push_back(MakeOne(type, region * kRegionBlocks + n % 3,
                                   1 + n * 7 % 9, 1 + n % 5));
    }
    salt_++;
    return requests;
}

SmokeRequest *SmokePlay::MakeOne(int type, uint64_t block, size_t blocks,
                                 size_t pieces)
{
    SmokeRequest &made =
        all_.emplace_back(*file_, type, block, blocks, pieces, salt_);
    made.play = this;
    return &made;
}

void SmokePlay::PlayWrites()
{
    for (int count : {kBatch, kSmallBatch, 1}) {
        const Requests requests = Make(count, QEMU_AIO_WRITE, 0);
        Submit(requests);
        Finish(requests, "writes");
    }
}

void SmokePlay::PlayReads()
{
    // Of bytes that the subject did not write itself.
    const size_t bytes =
        kRegions * kRegionBlocks * file_->block_bytes() + kTailBytes;
    if (!outcome_.broken.empty()) {
        return;
    }
    const Status filled = file_->Fill(bytes, salt_++);
    if (!filled) {
        Break("the reads", filled.error().message);
        return;
    }
    for (int count : {kBatch, kSmallBatch, 1}) {
        const Requests requests = Make(count, QEMU_AIO_READ, 1);
        Submit(requests);
        Finish(requests, "reads");
    }
}

void SmokePlay::PlayBoth()
{
    Requests requests = Make(kBatch / 2, QEMU_AIO_READ, 0);
    const Requests writes = Make(kBatch / 2, QEMU_AIO_WRITE, kBatch / 2);
    for (size_t i = 0; i < writes.size(); i++) {
        requests.insert(requests.begin() + static_cast<long>(2 * i),
                        writes[i]);
    }
    Submit(requests);
    Finish(requests, "reads and writes at once");
}

// Each starts the next out of its own completion.
void SmokePlay::PlayChain()
{
    // The reads find what was written first.
    Requests requests = Make(kChain / 2, QEMU_AIO_WRITE, 7);
    for (SmokeRequest *read : Make(kChain / 2, QEMU_AIO_READ, 7)) {
        requests.push_back(read);
    }
    for (size_t i = 1; i < requests.size(); i++) {
        requests[i - 1]->next = requests[i];
    }
    Submit({requests.front()});
    Finish(requests, "requests started by completions");
}

void SmokePlay::PlayEndOfFile()
{
    if (!outcome_.broken.empty()) {
        return;
    }
    // Over the end, and behind it.
    constexpr uint64_t kLast = kRegions * kRegionBlocks;
    const Requests requests = {MakeOne(QEMU_AIO_READ, kLast, 4, 3),
                               MakeOne(QEMU_AIO_READ, kLast + 2, 4, 3)};
    Submit(requests);
    // Until 2011 a short read was an error, by intent.
    const bool refused =
        std::all_of(requests.begin(), requests.end(), [](auto *request) {
            return request->ends == 1 && request->ret == -EINVAL;
        });
    if (!refused) {
        Finish(requests, "reads over the end of the file");
    }
    outcome_.detail += refused ? "; reads over the end refused"
                               : "; reads over the end bring zeros";
}

void SmokePlay::PlayFlush()
{
    if (!outcome_.broken.empty() || !how_.coroutine ||
        !api_->traits().has_fdsync) {
        return;
    }
    const Requests requests = Make(kSmallBatch, QEMU_AIO_WRITE, 3);
    Submit(requests);
    Finish(requests, "writes before a flush");
    in_flight_++;
    qemu_coroutine_enter(qemu_coroutine_create(RunFlush, this));
    loop_->RunUntil([this] { return in_flight_ == 0; });
    if (flush_ret_ != 0) {
        Break("the flush", fmt::format("it ended with {} ({})", flush_ret_,
                                       std::strerror(std::abs(flush_ret_))));
    }
    outcome_.detail += "; flush";
}

void SmokePlay::RunFlush(void *opaque)
{
    auto *play = static_cast<SmokePlay *>(opaque);
    play->flush_ret_ = play->api_->CoSubmit(play->state_, play->file_->fd(),
                                            0, nullptr, QEMU_AIO_FLUSH, 0, 0);
    play->in_flight_--;
    play->loop_->Wake();
}

void SmokePlay::End()
{
    if (state_ != nullptr) {
        api_->Detach(state_, ctx_);
        api_->Cleanup(state_);
    }
    for (const SmokeRequest &request : all_) {
        if (request.ends > 1) {
            Break("the end", request.Text() + " ended again");
        }
    }
    loop_.reset();
    if (ctx_ != nullptr && api_->traits().has_attach) {
        qemu_set_current_aio_context(nullptr);
        aio_context_unref(ctx_);
    }
    if (api_->traits().has_cleanup) {
        outcome_.detail += "; cleanup";
    }
    if (how_.io_poll && !how_.main_loop) {
        outcome_.detail += fmt::format("; polled {} times", polls_);
    }
    outcome_.detail += fmt::format("; {} requests", all_.size());
}

}  // namespace laio
