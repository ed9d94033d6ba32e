// What the kernel does, and what must hold.

#include <algorithm>
#include <cerrno>

#include "tests/programs/player.h"

namespace laio {

namespace {

// A turn may run a bottom half and a handler, each with its own bound.
constexpr int kMostDoneInTurn = 300;
constexpr long kPartBytes = 100;

std::string Name(int id)
{
    return "request " + std::to_string(id);
}

}  // namespace

bool Player::PlayKernelVerb(const Verb &verb)
{
    switch (verb.kind) {
    case VerbKind::kComplete:
        return Complete(verb.number, verb.outcome, true);
    case VerbKind::kPut:
        return Complete(verb.number, verb.outcome, false);
    case VerbKind::kTail:
        if (unseen_.empty()) {
            return false;
        }
        kernel_.MoveTail();
        unseen_.clear();
        return true;
    case VerbKind::kSignal:
        unseen_.clear();
        return kernel_.FinishSteps();
    case VerbKind::kInside:
        inside_.push_back(verb.outcome);
        return true;
    case VerbKind::kMeanwhile:
        meanwhile_.emplace_back(verb.number, verb.outcome);
        return true;
    case VerbKind::kTake:
        return PlanSubmit(verb.number);
    case VerbKind::kTakeNone:
        return PlanSubmit(0);
    case VerbKind::kEagain:
        return PlanSubmit(-EAGAIN);
    case VerbKind::kEinval:
        return PlanSubmit(-EINVAL);
    case VerbKind::kEintr:
        return PlanSubmit(-EINTR);
    case VerbKind::kCapacity:
        capacity_ = verb.number;
        kernel_.set_capacity(capacity_);
        return true;
    default:
        return false;
    }
}

bool Player::PlanSubmit(long result)
{
    planned_submit_ = std::max(planned_submit_,
                               kernel_.calls(KernelCall::kSubmit)) + 1;
    kernel_.Plan({KernelCall::kSubmit, planned_submit_, result});
    return true;
}

bool Player::Complete(int nth, Outcome outcome, bool all_steps)
{
    std::vector<int> ids = kernel_.InFlightIds();
    if (ids.empty()) {
        return false;
    }
    int id = ids[nth % ids.size()];
    long res = Account(id, outcome);
    if (all_steps) {
        unseen_.clear();
        world_->Complete(id, res);
    } else {
        unseen_.insert(id);
        world_->PutEvent(id, res);
    }
    return true;
}

// Notes how `id`, or what is left of it, ends. Returns: what the kernel says.
long Player::Account(int id, Outcome outcome)
{
    Sent &sent = sent_[id];
    long left = static_cast<long>(kernel_.Asked(id).bytes);
    long res = left;
    if (sent.ended || outcome == Outcome::kEof) {
        sent.ended = true;
        res = sent.writes ? -ENOSPC : 0;
    } else if (outcome == Outcome::kShort || outcome == Outcome::kPart) {
        sent.ended = outcome == Outcome::kShort;
        res = std::min(left, kPartBytes);
    } else if (outcome == Outcome::kEio) {
        res = -EIO;
    } else if (outcome == Outcome::kEnospc) {
        res = -ENOSPC;
    }
    sent.moved += std::max(res, 0L);
    sent.error = std::min(res, 0L);
    return res;
}

void Player::OnTaken(const std::vector<int> &taken)
{
    CheckOrder(taken);
    for (int id : taken) {
        if (chain_inside_ && chain_.contains(id)) {
            world_->Complete(id, Account(id, Outcome::kFull));
        } else if (!inside_.empty()) {
            Outcome outcome = inside_.front();
            inside_.pop_front();
            world_->Complete(id, Account(id, outcome));
        }
    }
    while (!meanwhile_.empty()) {
        auto [nth, outcome] = meanwhile_.front();
        meanwhile_.pop_front();
        Complete(nth, outcome, true);
    }
}

bool Player::WasTouched(int id) const
{
    const Sent &sent = sent_.at(id);
    return sent.moved || sent.error || sent.ended;
}

// The loop is about to sleep. Returns: whether something happened.
bool Player::OnIdle()
{
    if (kernel_.FinishSteps()) {
        unseen_.clear();
        return true;
    }
    CheckNothingIsMissed();
    std::vector<int> ids = kernel_.InFlightIds();
    if (ids.empty()) {
        return false;
    }
    world_->Complete(ids[0], Account(ids[0], Outcome::kFull));
    return true;
}

void Player::CheckNothingIsMissed()
{
    world_->Expect(!kernel_.unread(),
                   "the loop sleeps though an event was signalled: " +
                       kernel_.RingText());
    std::vector<int> waiting = Waiting();
    size_t room = std::min(slots_ - 1, capacity_ ? capacity_ : slots_);
    bool asked =
        calls_at_last_done_ != kernel_.calls(KernelCall::kSubmit);
    if (!waiting.empty() && !plugged_ && !asked &&
        kernel_.in_flight() && kernel_.in_flight() < room) {
        world_->Fail("the loop sleeps, " + Name(waiting[0]) +
                     " was not sent, and there is room for it");
    }
}

void Player::CheckResult(int id)
{
    const Sent &sent = sent_[id];
    const IoRequest *request = world_->Request(id);
    std::string returned =
        Name(id) + " returned " + ResultText(request->ret);
    world_->Expect(id != submitting_,
                   Name(id) + " completed inside its own submission");
    world_->Expect(done_in_turn_ < kMostDoneInTurn,
                   "one turn of the loop made " +
                       std::to_string(done_in_turn_) +
                       " completions: others starve");
    if (request->cancelled && request->ret == -ECANCELED) {
        return;
    }
    if (!WasTouched(id)) {
        world_->Expect(request->ret == kernel_.ErrorOf(id) &&
                           request->ret != -EAGAIN,
                       returned + ", which the kernel never said");
    } else if (kernel_.ErrorOf(id)) {
        // Its rest was refused; World has looked at what that may mean.
    } else if (!sent.error && sent.moved < sent.bytes && !sent.ended) {
        world_->Fail(returned + " after " + std::to_string(sent.moved) +
                     " of " + std::to_string(sent.bytes) +
                     " bytes; the rest was never asked for");
    } else if (!sent.error && !sent.writes) {
        world_->Expect(request->ret == 0,
                       returned + " instead of 0 at the end of the file");
    }
}

// The rest of a request may overtake others; its beginning may not.
void Player::CheckOrder(const std::vector<int> &taken)
{
    for (int id : taken) {
        if (WasTouched(id)) {
            continue;
        }
        world_->Expect(id > last_taken_,
                       "the kernel got " + Name(id) + " after " +
                           Name(last_taken_));
        last_taken_ = id;
    }
}

void Player::CheckIdle()
{
    constexpr int kTurns = 3;
    for (int i = 0; i < kTurns; i++) {
        world_->Poll();  // what is left over
    }
    int calls = kernel_.all_calls();
    int bhs = world_->bh_count();
    for (int i = 0; i < kTurns; i++) {
        world_->Poll();
        world_->Expect(!world_->progress(),
                       "all is done, and a turn reports progress");
    }
    world_->Expect(world_->bh_count() == bhs && kernel_.all_calls() == calls,
                   "all is done, and a turn of the loop still does something");
}

void PlayText(World &world, std::string_view text)
{
    Result<Program> program = ParseProgram(text);
    if (!program.ok()) {
        world.Fail(program.error().message);
    }
    Player(&world).Play(*program);
}

}  // namespace laio
