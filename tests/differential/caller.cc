#include "tests/differential/caller.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "tests/differential/file_model.h"
#include "tests/harness/scenario.h"

extern "C" {
#include "qemu/coroutine.h"
}

namespace laio {
namespace {

constexpr size_t kSector = 512;
constexpr size_t kPageBytes = 4096;
constexpr unsigned char kGuardByte = 0xee;
constexpr int kMostPlugs = 3;
constexpr int kMostTurns = 10;  // on the stack
constexpr int kTurnsAfter = 3;  // for what would end a second time

bool IsWrite(VerbKind kind)
{
    return kind == VerbKind::kWrite || kind == VerbKind::kCoWrite;
}

bool IsCoroutine(VerbKind kind)
{
    return kind == VerbKind::kCoRead || kind == VerbKind::kCoWrite;
}

}  // namespace

// Its memory is a guard, the data in two parts, and a guard.
struct Caller::Request {
    Request(Caller *caller, const Verb &verb, int nth)
        : caller(caller), writes(IsWrite(verb.kind)),
          bytes(verb.number * kSector), offset(OffsetOf(nth, writes)),
          then(verb.then)
    {
        void *aligned = nullptr;
        if (posix_memalign(&aligned, kPageBytes, bytes + 2 * kSector)) {
            std::abort();
        }
        memory = static_cast<unsigned char *>(aligned);
        std::memset(memory, kGuardByte, bytes + 2 * kSector);
        unsigned char *data = memory + kSector;
        for (size_t i = 0; writes && i < bytes; i++) {
            data[i] = FileByte(offset + static_cast<long long>(i));
        }
        qemu_iovec_init(&qiov, 2);
        qemu_iovec_add(&qiov, data, kSector);
        if (bytes > kSector) {
            qemu_iovec_add(&qiov, data + kSector, bytes - kSector);
        }
    }

    ~Request()
    {
        qemu_iovec_destroy(&qiov);
        free(memory);
    }

    int type() const { return writes ? QEMU_AIO_WRITE : QEMU_AIO_READ; }

    bool GuardsAreWhole() const
    {
        const auto is_guard = [](unsigned char c) { return c == kGuardByte; };
        const unsigned char *behind = memory + kSector + bytes;
        return std::all_of(memory, memory + kSector, is_guard) &&
               std::all_of(behind, behind + kSector, is_guard);
    }

    std::string Text() const
    {
        std::string text = fmt::format("{} of {} bytes at {}: ",
                                       writes ? "write" : "read", bytes,
                                       offset);
        if (refused) {
            text += "refused, ";
        }
        text += fmt::format("ended {} times, result {}", ends, ret);
        if (!writes && ends && ret >= 0) {
            text += ", " + BytesText(memory + kSector, bytes, offset);
        }
        return text + (GuardsAreWhole() ? "" : ", memory beside it changed");
    }

    Caller *caller;
    const bool writes;
    const size_t bytes;
    const long long offset;
    const std::vector<Verb> &then;
    unsigned char *memory = nullptr;
    QEMUIOVector qiov;
    bool refused = false;
    int ends = 0;
    int ret = 0;
};

const Alphabet &CallerAlphabet()
{
    using enum VerbKind;
    static const Alphabet alphabet = {
        "caller",
        "What a caller sees does not depend on the kernel.",
        Need::kAnything,
        {kRead, kRead, kRead, kWrite, kWrite, kWrite, kCoRead, kCoRead,
         kCoWrite, kCoWrite, kPlug, kUnplug, kBatch, kPoll, kPoll, kBlock,
         kUntil},
        {Outcome::kFull},
        {RingKind::kKnown}};
    return alphabet;
}

Caller::Caller(SubjectApi *api, LinuxAioState *state, AioContext *ctx, int fd,
               std::function<void()> before_turn)
    : api_(api), state_(state), ctx_(ctx), fd_(fd),
      before_turn_(std::move(before_turn)) {}

Caller::~Caller() = default;

std::string Caller::Play(const Program &program)
{
    ctx_->aio_max_batch = 0;
    Number(program.verbs);
    PlayVerbs(program.verbs);
    while (plugged_) {
        Unplug(0);
    }
    while (unfinished_) {
        Turn(true);
    }
    for (int i = 0; i < kTurnsAfter; i++) {
        Turn(false);
    }
    std::string text;
    for (const auto &[nth, request] : requests_) {
        text += fmt::format("{}: {}\n", nth, request->Text());
    }
    return text;
}

void Caller::Number(const std::vector<Verb> &verbs)
{
    for (const Verb &verb : verbs) {
        if (verb.kind <= VerbKind::kCoWrite) {
            numbers_.emplace(&verb, static_cast<int>(numbers_.size()) + 1);
        }
        Number(verb.then);
    }
}

void Caller::PlayVerbs(const std::vector<Verb> &verbs)
{
    for (const Verb &verb : verbs) {
        PlayVerb(verb);
    }
}

// Verbs that are no caller's do nothing.
void Caller::PlayVerb(const Verb &verb)
{
    switch (verb.kind) {
    case VerbKind::kRead:
    case VerbKind::kWrite:
    case VerbKind::kCoRead:
    case VerbKind::kCoWrite:
        Submit(verb);
        break;
    case VerbKind::kPlug:
        if (plugged_ < kMostPlugs &&
            WhyUnfit(Need::kPlug, api_->traits()).empty()) {
            api_->Plug(state_);
            plugged_++;
        }
        break;
    case VerbKind::kUnplug:
        if (plugged_ > plug_floor_) {
            Unplug(verb.number);
        }
        break;
    case VerbKind::kBatch:
        ctx_->aio_max_batch = verb.number;
        break;
    case VerbKind::kPoll:
    case VerbKind::kBlock:
        Turn(verb.kind == VerbKind::kBlock);
        break;
    case VerbKind::kUntil:
        TurnsUntil(verb.number);
        break;
    default:
        break;
    }
}

void Caller::Submit(const Verb &verb)
{
    const int nth = numbers_.at(&verb);
    if (nth > kMostOfCaller) {
        return;
    }
    const bool can_coroutine =
        WhyUnfit(Need::kCoroutine, api_->traits()).empty();
    const bool coroutine =
        (IsCoroutine(verb.kind) && can_coroutine) ||
        !api_->traits().has_submit;
    auto &owner = requests_[nth];
    owner = std::make_unique<Request>(this, verb, nth);
    Request *request = owner.get();
    unfinished_++;
    if (coroutine) {
        qemu_coroutine_enter(qemu_coroutine_create(RunCoroutine, request));
        return;
    }
    const auto ended = [](void *opaque, int ret) {
        auto *request = static_cast<Request *>(opaque);
        request->caller->Ended(request, ret);
    };
    if (!api_->Submit(state_, fd_, request->offset, &request->qiov,
                      request->type(), ended, request)) {
        request->refused = true;
        unfinished_--;
    }
}

void Caller::RunCoroutine(void *opaque)
{
    auto *request = static_cast<Request *>(opaque);
    Caller *caller = request->caller;
    caller->Ended(request,
                  caller->api_->CoSubmit(
                      caller->state_, caller->fd_,
                      static_cast<uint64_t>(request->offset), &request->qiov,
                      request->type(), 0, 0));
}

// Its verbs are played once, however often it ends.
void Caller::Ended(Request *request, int ret)
{
    request->ret = ret;
    if (++request->ends > 1) {
        return;
    }
    unfinished_ -= !request->refused;
    const int floor = plug_floor_;
    plug_floor_ = plugged_;
    PlayVerbs(request->then);
    while (plugged_ > plug_floor_) {
        Unplug(0);
    }
    plug_floor_ = floor;
}

void Caller::Unplug(int dev_max_batch)
{
    plugged_--;
    api_->Unplug(state_, static_cast<uint64_t>(dev_max_batch));
}

// What waits behind a plug may wait for ever. Returns: whether it turned.
bool Caller::Turn(bool blocking)
{
    if (turns_ == kMostTurns || qemu_in_coroutine() ||
        (blocking && (plugged_ || !unfinished_))) {
        return false;
    }
    before_turn_();
    turns_++;
    aio_poll(ctx_, blocking);
    turns_--;
    return true;
}

void Caller::TurnsUntil(int nth)
{
    Request *request = Unfinished(nth);
    while (request && !request->ends && Turn(true)) {
    }
}

Caller::Request *Caller::Unfinished(int nth) const
{
    std::vector<Request *> all;
    for (const auto &[number, request] : requests_) {
        if (!request->ends && !request->refused) {
            all.push_back(request.get());
        }
    }
    return all.empty() ? nullptr : all[nth % all.size()];
}

}  // namespace laio
