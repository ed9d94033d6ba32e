// What a scenario may expect, and what must hold at the end of every one.

#include <unistd.h>

#include "tests/harness/world.h"

namespace laio {

IoRequest &World::Find(int id)
{
    auto found = requests_.find(id);
    if (found == requests_.end()) {
        Fail("request " + std::to_string(id) + " was never submitted");
    }
    return found->second;
}

const IoRequest *World::Request(int id) const
{
    auto found = requests_.find(id);
    return found == requests_.end() ? nullptr : &found->second;
}

bool World::IsDone(int id) const
{
    const IoRequest *request = Request(id);
    return request && request->done;
}

void World::Expect(bool holds, const std::string &otherwise)
{
    if (!holds) {
        Fail(otherwise);
    }
}

void World::ExpectDone(int id)
{
    Expect(IsDone(id), "request " + std::to_string(id) +
                           (Find(id).accepted ? " has not completed"
                                              : " was refused"));
}

void World::ExpectDone(int id, int ret)
{
    ExpectDone(id);
    Expect(Find(id).ret == ret, "request " + std::to_string(id) +
                                    " returned " + ResultText(Find(id).ret) +
                                    " instead of " + ResultText(ret));
}

void World::ExpectNotDone(int id)
{
    Expect(!IsDone(id),
           "request " + std::to_string(id) + " has completed already");
}

void World::ExpectError(int id)
{
    if (Find(id).accepted) {
        ExpectDone(id);
        Expect(Find(id).ret < 0, "request " + std::to_string(id) +
                                     " returned " +
                                     ResultText(Find(id).ret) +
                                     " instead of an error");
    }
}

void World::ExpectAllDone()
{
    for (auto &[id, request] : requests_) {
        ExpectDone(id);
    }
}

void World::Finish()
{
    CheckEnd();
    if (turn_bh_) {
        qemu_bh_delete(turn_bh_);
    }
    if (state_ != State::kNone && api_->traits().has_cleanup) {
        Cleanup();
    }
    if (api_->traits().has_cleanup) {
        CheckNothingRuns();
    }
    EndOtherThread();
    report_->SetVerdict(Verdict::kPass, "");
}

void World::CheckEnd()
{
    for (auto &[id, request] : requests_) {
        if (request.accepted) {
            Expect(request.done,
                   "request " + std::to_string(id) + " never completed");
        }
    }
    Expect(kernel_.in_flight() == 0, "the kernel still holds requests");
    Expect(kernel_.unread() == 0,
           "every request is done, but events are unread: " +
               kernel_.RingText());
    std::string unfired;
    for (const std::string &what : kernel_.Unfired()) {
        unfired += (unfired.empty() ? "" : ", ") + what;
    }
    Expect(unfired.empty(), "planned, but never happened: " + unfired);
}

void World::CheckNothingRuns()
{
    int bhs = bh_count_;
    for (int i = 0; i < 3; i++) {
        aio_poll(ctx_, false);
    }
    Expect(bh_count_ == bhs, "a bottom half ran after the cleanup");
}

void World::Fail(const std::string &detail)
{
    End(Verdict::kFail, Actor::kCaller, detail);
}

void World::Skip(const std::string &reason)
{
    report_->SetVerdict(Verdict::kSkip, reason);
    _exit(0);
}

void World::End(Verdict verdict, Actor actor, const std::string &detail)
{
    Record(actor, actor, detail);
    report_->MarkBroken();
    report_->SetVerdict(verdict, detail);
    _exit(0);
}

}  // namespace laio
