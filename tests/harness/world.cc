// The life of the subject, and what its caller does.

#include "tests/harness/world.h"

extern "C" {
#include "qemu/main-loop.h"
}

namespace laio {

World::World(SubjectApi *api, SharedReport *report)
    : api_(api),
      report_(report),
      kernel_(this),
      ctx_(qemu_get_aio_context())
{
    io_kernel_replace(&kernel_);
    loop_observer_replace(this);
}

World::~World()
{
    loop_observer_replace(nullptr);
    io_kernel_replace(nullptr);
    if (glib_source_ && state_ == State::kNone) {
        // The next one is to have a loop that is in no GMainContext.
        qemu_aio_context_cleanup();
    }
}

void World::Start()
{
    if (!TryStart()) {
        Fail("laio_init() refused though nothing was wrong");
    }
}

bool World::TryStart()
{
    std::string why;
    Record(Actor::kCaller, Actor::kLoop, "laio_init()");
    subject_ = api_->Init(&why);
    if (!subject_) {
        Record(Actor::kLoop, Actor::kCaller, "NULL: " + why);
        refusal_ = why;
        return false;
    }
    state_ = State::kDetached;
    Attach();
    return true;
}

void World::EnsureStarted()
{
    if (state_ == State::kNone) {
        Start();
    }
}

void World::Attach()
{
    Record(Actor::kCaller, Actor::kLoop, "attach");
    api_->Attach(subject_, ctx_);
    state_ = State::kAttached;
}

void World::Detach()
{
    Record(Actor::kCaller, Actor::kLoop, "detach");
    api_->Detach(subject_, ctx_);
    state_ = State::kDetached;
}

void World::Cleanup()
{
    if (state_ == State::kAttached) {
        Detach();
    }
    CleanupAttached();
}

void World::CleanupAttached()
{
    Record(Actor::kCaller, Actor::kLoop, "cleanup");
    api_->Cleanup(subject_);
    subject_ = nullptr;
    state_ = State::kNone;
}

void World::Read(int id, size_t bytes)
{
    Submit(id, QEMU_AIO_READ, bytes, Form::kAny);
}

void World::Write(int id, size_t bytes)
{
    Submit(id, QEMU_AIO_WRITE, bytes, Form::kAny);
}

void World::Unknown(int id)
{
    constexpr int kNoType = 0x400000;
    Submit(id, kNoType, 512, Form::kAny);
}

void World::CoRead(int id, size_t bytes)
{
    Submit(id, QEMU_AIO_READ, bytes, Form::kCoroutine);
}

void World::CoWrite(int id, size_t bytes)
{
    Submit(id, QEMU_AIO_WRITE, bytes, Form::kCoroutine);
}

void World::Submit(int id, int type, size_t bytes, Form form)
{
    EnsureStarted();
    IoRequest *request =
        &requests_.try_emplace(id, id, type, bytes).first->second;
    request->world = this;
    request->home = ctx_;
    bool coroutine =
        form == Form::kCoroutine || !api_->traits().has_submit;
    Record(Actor::kCaller, Actor::kLoop,
           (coroutine ? "coroutine: " : "") + request->Text());
    auto program = programs_.extract(id);
    if (program) {
        request->callback = std::move(program.mapped());
    }
    if (coroutine) {
        SubmitInCoroutine(request);
    } else {
        SubmitWithCallback(request);
    }
}

void World::SubmitWithCallback(IoRequest *request)
{
    BlockAIOCB *acb = api_->Submit(subject_, 0, request->offset_bytes(),
                                   request->qiov(), request->type(),
                                   OnCallback, request);
    if (acb) {
        request->acb = acb;
    } else {
        request->accepted = false;
        Record(Actor::kLoop, Actor::kCaller,
               "refuses " + std::to_string(request->id()));
    }
}

void World::SubmitInCoroutine(IoRequest *request)
{
    qemu_coroutine_enter(qemu_coroutine_create(RunCoroutine, request));
}

void World::RunCoroutine(void *opaque)
{
    auto *request = static_cast<IoRequest *>(opaque);
    World *world = request->world;
    int ret = world->api_->CoSubmit(
        world->subject_, 0, request->offset_bytes(), request->qiov(),
        request->type(), 0, 0);
    world->Completed(request, ret);
}

void World::OnCallback(void *opaque, int ret)
{
    auto *request = static_cast<IoRequest *>(opaque);
    request->world->Completed(request, ret);
}

void World::CallbackOf(int id, std::function<void()> program)
{
    auto submitted = requests_.find(id);
    if (submitted != requests_.end()) {
        submitted->second.callback = std::move(program);
    } else {
        programs_[id] = std::move(program);
    }
}

void World::Completed(IoRequest *request, int ret)
{
    std::string name = std::to_string(request->id());
    Record(Actor::kLoop, Actor::kCaller,
           "cb(" + name + ") ret=" + ResultText(ret) + ", " +
               kernel_.RingText());
    if (!request->accepted) {
        Fail("request " + name + " was refused and completed all the same");
    }
    if (request->done) {
        Fail("request " + name + " completed twice");
    }
    if (state_ != State::kAttached) {
        Fail("request " + name + " completed after the detach");
    }
    if (request->home != ctx_) {
        Fail("request " + name +
             " completed in another thread than the one that submitted it");
    }
    request->done = true;
    request->ret = ret;
    std::string broken = request->Check(ret);
    if (!broken.empty()) {
        Fail(broken);
    }
    if (request->callback) {
        request->callback();
    }
}

void World::Plug()
{
    EnsureStarted();
    Record(Actor::kCaller, Actor::kLoop, "plug");
    api_->Plug(subject_);
}

void World::Unplug(unsigned long dev_max_batch)
{
    Record(Actor::kCaller, Actor::kLoop, "unplug");
    api_->Unplug(subject_, dev_max_batch);
}

void World::Cancel(int id)
{
    IoRequest &request = Find(id);
    Record(Actor::kCaller, Actor::kLoop, "cancel " + std::to_string(id));
    if (request.done) {
        Fail("request " + std::to_string(id) + " completed too early");
    }
    if (!request.acb || !request.acb->aiocb_info->cancel_async) {
        Skip("requests of this subject cannot be cancelled without waiting");
    }
    request.cancelled = true;
    qemu_aio_ref(request.acb);  // IsReleased() looks at it, so it must stay
    request.acb->aiocb_info->cancel_async(request.acb);
}

bool World::CanCancel(int id) const
{
    const IoRequest *request = Request(id);
    return request && !request->done && request->acb &&
           request->acb->aiocb_info->cancel_async;
}

bool World::IsReleased(int id)
{
    return Find(id).acb->refcnt == 1;
}

}  // namespace laio
