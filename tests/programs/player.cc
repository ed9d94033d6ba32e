// What the caller does.

#include "tests/programs/player.h"

#include <algorithm>
#include <cerrno>

#include "tests/harness/scenario.h"

extern "C" {
#include "qemu/coroutine.h"
}

namespace laio {

namespace {

constexpr int kMostRequests = 40;
constexpr int kMostCallbacks = 64;
constexpr int kMostPlugs = 3;
constexpr size_t kSector = 512;

}  // namespace

Player::Player(World *world) : world_(world), kernel_(world->kernel()) {}

void Player::Play(const Program &program)
{
    RingPlan ring = {.nr = program.slots, .start = program.start};
    ring.magic = program.ring == RingKind::kOtherMagic ? 0 : kRingMagic;
    ring.incompat = program.ring == RingKind::kIncompatible;
    ring.mapped = program.ring != RingKind::kNoAddress;
    slots_ = program.slots;
    kernel_.set_ring(ring);
    kernel_.OnTaken([this](const auto &taken) { OnTaken(taken); });
    kernel_.WhenIdle([this] { return OnIdle(); });
    world_->context()->aio_max_batch = 0;
    if (program.ring != RingKind::kKnown && !world_->TryStart()) {
        return;  // as good an answer as any
    }
    if (program.signals) {
        world_->EnterGlib();
    }
    PlayVerbs(program.verbs);
    LetFinish();
    CheckIdle();
    kernel_.ForgetUnfired();
}

void Player::PlayVerbs(const std::vector<Verb> &verbs)
{
    for (const Verb &verb : verbs) {
        bool counted = PlayVerb(verb);
        steps_ += counted;
        if (!callbacks_) {
            last_verb_counted_ = counted;
        }
    }
}

bool Player::PlayVerb(const Verb &verb)
{
    if (verb.kind <= VerbKind::kCleanup) {
        return PlayCallerVerb(verb);
    }
    return verb.kind <= VerbKind::kGlib ? PlayLoopVerb(verb)
                                         : PlayKernelVerb(verb);
}

bool Player::PlayCallerVerb(const Verb &verb)
{
    switch (verb.kind) {
    case VerbKind::kChain:
        return StartChain(verb.number);
    case VerbKind::kPlug:
        return Plug();
    case VerbKind::kUnplug:
        return Unplug(verb.number);
    case VerbKind::kBatch:
        world_->context()->aio_max_batch = verb.number;
        return true;
    case VerbKind::kCancel:
        return Cancel(verb.number);
    case VerbKind::kDetach:
        return Detach();
    case VerbKind::kAttach:
        return Attach();
    case VerbKind::kCleanup:
        return Cleanup();
    default:
        return Submit(verb);
    }
}

bool Player::Submit(const Verb &verb)
{
    bool coroutine = verb.kind == VerbKind::kCoRead ||
                     verb.kind == VerbKind::kCoWrite;
    if (detached_ || last_id_ >= kMostRequests ||
        (coroutine && !WhyUnfit(kCoroutine, world_->traits()).empty())) {
        return false;
    }
    Send(verb.kind, verb.number * kSector, &verb.then);
    return true;
}

void Player::Send(VerbKind kind, size_t bytes, const std::vector<Verb> *then)
{
    int id = ++last_id_;
    bool coroutine = kind == VerbKind::kCoRead ||
                     kind == VerbKind::kCoWrite ||
                     !world_->traits().has_submit;
    Sent &sent = sent_[id];
    sent.bytes = bytes;
    sent.coroutine = coroutine;
    sent.writes = kind == VerbKind::kWrite || kind == VerbKind::kCoWrite;
    world_->CallbackOf(id, [this, id, then] { OnDone(id, then); });
    not_done_.insert(id);
    int outer = submitting_;
    submitting_ = coroutine ? outer : id;
    switch (kind) {
    case VerbKind::kWrite:
        world_->Write(id, bytes);
        break;
    case VerbKind::kCoRead:
        world_->CoRead(id, bytes);
        break;
    case VerbKind::kCoWrite:
        world_->CoWrite(id, bytes);
        break;
    default:
        world_->Read(id, bytes);
        break;
    }
    submitting_ = outer;
    if (!world_->Request(id)->accepted) {
        not_done_.erase(id);
        long error = kernel_.ErrorOf(id);
        world_->Expect(error && error != -EAGAIN,
                       "request " + std::to_string(id) +
                           " was refused, but not by the kernel");
    }
}

// Two requests at a time; each completion sends another and has the kernel
// complete one.
bool Player::StartChain(int length)
{
    if (detached_ || chain_left_ > 0) {
        return false;
    }
    // A chain of coroutines inside submissions would nest by itself.
    chain_inside_ = length % 2 && world_->traits().has_submit;
    chain_left_ = length;
    for (int i = 0; i < 2; i++) {
        chain_.insert(last_id_ + 1);
        Send(VerbKind::kRead, kSector, nullptr);
    }
    return true;
}

void Player::ContinueChain(int id)
{
    chain_.erase(id);
    if (chain_left_ <= 0 || detached_) {
        return;
    }
    chain_left_--;
    chain_.insert(last_id_ + 1);
    Send(VerbKind::kRead, kSector, nullptr);
    if (chain_inside_) {
        return;
    }
    for (int other : kernel_.InFlightIds()) {
        if (chain_.contains(other)) {
            world_->Complete(other, Account(other, Outcome::kFull));
            return;
        }
    }
}

bool Player::Plug()
{
    if (detached_ || plugged_ == kMostPlugs ||
        !WhyUnfit(kPlug, world_->traits()).empty()) {
        return false;
    }
    world_->Plug();
    plugged_++;
    return true;
}

bool Player::Unplug(int dev_max_batch)
{
    if (detached_ || plugged_ <= plug_floor_) {
        return false;
    }
    plugged_--;
    world_->Unplug(dev_max_batch);
    return true;
}

bool Player::Cancel(int number)
{
    std::vector<int> ids = NotDone();
    std::erase_if(ids, [this](int id) {
        return !world_->CanCancel(id) || world_->Request(id)->cancelled;
    });
    if (ids.empty() || detached_) {
        return false;
    }
    if (number % 2) {
        kernel_.Plan({KernelCall::kCancel,
                      kernel_.calls(KernelCall::kCancel) + 1, 0});
    }
    world_->Cancel(ids[number / 2 % ids.size()]);
    return true;
}

bool Player::Detach()
{
    if (!world_->attached() || plugged_ || qemu_in_coroutine() ||
        !world_->traits().has_attach) {
        return false;
    }
    world_->Detach();
    detached_ = true;
    return true;
}

bool Player::Attach()
{
    if (!detached_) {
        return false;
    }
    world_->Attach();
    detached_ = false;
    return true;
}

bool Player::Cleanup()
{
    if (!world_->attached() || plugged_ || callbacks_ || !not_done_.empty() ||
        !world_->traits().has_cleanup) {
        return false;
    }
    world_->Cleanup();
    return true;
}

void Player::OnDone(int id, const std::vector<Verb> *then)
{
    not_done_.erase(id);
    CheckResult(id);
    bool cancelled = world_->Request(id)->cancelled;
    if (WasTouched(id) && !cancelled && !kernel_.ErrorOf(id)) {
        calls_at_last_done_ = kernel_.calls(KernelCall::kSubmit);
    }
    done_in_turn_++;
    int floor = plug_floor_;
    plug_floor_ = plugged_;
    bool attached = !detached_;
    world_->Expect(++callbacks_ <= kMostCallbacks,
                   "callbacks run inside callbacks, " +
                       std::to_string(kMostCallbacks) + " deep");
    if (chain_.contains(id)) {
        ContinueChain(id);
    } else if (then) {
        PlayVerbs(*then);
    }
    while (plugged_ > plug_floor_ && Unplug(0)) {
    }
    if (attached) {
        Attach();
    }
    plug_floor_ = floor;
    callbacks_--;
}

std::vector<int> Player::NotDone() const
{
    return {not_done_.begin(), not_done_.end()};
}

std::vector<int> Player::Waiting() const
{
    std::vector<int> ids = NotDone();
    std::erase_if(ids, [this](int id) { return kernel_.InFlight(id); });
    return ids;
}

}  // namespace laio
