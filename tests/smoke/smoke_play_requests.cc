// How a SmokePlay's requests start, end and are judged.

#include <fmt/format.h>

extern "C" {
#include "qemu/coroutine.h"
}

#include "tests/smoke/smoke_play.h"

namespace laio {

// All of them, then waits for their ends.
void SmokePlay::Submit(const Requests &requests)
{
    if (!outcome_.broken.empty()) {
        return;
    }
    if (how_.plugged) {
        api_->Plug(state_);
    }
    for (SmokeRequest *request : requests) {
        Start(request);
    }
    if (how_.plugged) {
        api_->Unplug(state_, 0);
    }
    loop_->RunUntil([this] { return in_flight_ == 0; });
}

void SmokePlay::Start(SmokeRequest *request)
{
    in_flight_++;
    if (request->type() == QEMU_AIO_WRITE) {
        file_->Expect(request->offset_bytes(), request->bytes(),
                      request->salt());
    }
    if (how_.coroutine) {
        qemu_coroutine_enter(qemu_coroutine_create(RunCoroutine, request));
        return;
    }
    const auto done = [](void *opaque, int ret) {
        auto *ended = static_cast<SmokeRequest *>(opaque);
        ended->play->Finished(ended, ret);
    };
    if (api_->Submit(state_, file_->fd(),
                     static_cast<int64_t>(request->offset_bytes()),
                     request->qiov(), request->type(), done,
                     request) == nullptr) {
        Finished(request, -EIO);
    }
}

void SmokePlay::RunCoroutine(void *opaque)
{
    auto *request = static_cast<SmokeRequest *>(opaque);
    SmokePlay *play = request->play;
    const int ret = play->api_->CoSubmit(
        play->state_, play->file_->fd(), request->offset_bytes(),
        request->qiov(), request->type(), 0, 0);
    play->Finished(request, ret);
}

void SmokePlay::Finished(SmokeRequest *request, int ret)
{
    request->ends++;
    request->ret = ret;
    if (request->ends > 1) {
        return;
    }
    if (SmokeRequest *next = request->next) {
        if (how_.plugged) {
            api_->Plug(state_);
        }
        Start(next);
        if (how_.plugged) {
            api_->Unplug(state_, 0);
        }
    }
    in_flight_--;
    if (in_flight_ == 0) {
        loop_->Wake();
    }
}

// Judges requests that have ended, and the file.
void SmokePlay::Finish(const Requests &requests, const char *what)
{
    if (!outcome_.broken.empty()) {
        return;
    }
    const std::string file = file_->Check();
    if (!file.empty()) {
        Break(what, file);
    }
    for (SmokeRequest *request : requests) {
        const std::string wrong = request->Check();
        if (!wrong.empty()) {
            Break(what, wrong);
        }
    }
}

void SmokePlay::Break(const std::string &what, const std::string &why)
{
    if (outcome_.broken.empty()) {
        outcome_.broken = fmt::format("{}: {}", what, why);
    }
}

}  // namespace laio
