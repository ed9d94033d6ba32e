// What the loop does.

#include <utility>

#include "tests/programs/player.h"

extern "C" {
#include "qemu/coroutine.h"
}

namespace laio {

namespace {

constexpr int kMostTurns = 10;  // on the stack

}  // namespace

bool Player::PlayLoopVerb(const Verb &verb)
{
    if (verb.kind == VerbKind::kUntil) {
        return TurnsUntil(verb.number);
    }
    return Turn(verb.kind);
}

bool Player::Turn(VerbKind kind)
{
    if (!MayTurn() || (kind == VerbKind::kBlock && !MayWait())) {
        return false;
    }
    int outer = std::exchange(done_in_turn_, 0);
    turns_++;
    if (kind == VerbKind::kBlock) {
        world_->PollBlocking();
    } else if (kind == VerbKind::kGlib) {
        world_->GlibTurn();
    } else {
        world_->Poll();
    }
    turns_--;
    done_in_turn_ = outer;
    return true;
}

bool Player::TurnsUntil(int nth)
{
    std::vector<int> ids = NotDone();
    if (ids.empty()) {
        return false;
    }
    int id = ids[nth % ids.size()];
    bool turned = false;
    while (!world_->IsDone(id) && Turn(VerbKind::kBlock)) {
        turned = true;
    }
    return turned;
}

void Player::LetFinish()
{
    Attach();
    while (Unplug(0)) {
    }
    while (!not_done_.empty() || kernel_.in_flight() || kernel_.unread()) {
        turns_++;
        done_in_turn_ = 0;
        world_->PollBlocking();
        turns_--;
    }
}

bool Player::MayTurn() const
{
    return turns_ < kMostTurns && !qemu_in_coroutine();
}

// What waits behind a plug may wait for ever.
bool Player::MayWait() const
{
    return !detached_ && (kernel_.in_flight() || kernel_.unread() ||
                          (!plugged_ && !not_done_.empty()));
}

}  // namespace laio
