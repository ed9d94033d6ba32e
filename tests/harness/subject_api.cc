#include "tests/harness/subject_api.h"

#include <dlfcn.h>

#include <cassert>
#include <cstdlib>

#include <fmt/format.h>

extern "C" {
#include "block/block.h"
#include "qapi/error.h"
#include "qemu/defer-call.h"
}

#include "tests/harness/subject_functions.h"

namespace laio {
namespace {

// Offsets cross the older forms as sectors.
int64_t Sectors(uint64_t bytes)
{
    assert(bytes % BDRV_SECTOR_SIZE == 0);
    return static_cast<int64_t>(bytes / BDRV_SECTOR_SIZE);
}

class LoadedSubject : public SubjectApi {
 public:
    LoadedSubject(const Traits &traits, SubjectFunctions functions)
        : traits_(traits), f_(functions) {}

    const Traits &traits() const override { return traits_; }

    LinuxAioState *Init(std::string *why) override
    {
        ::Error *error = nullptr;
        LinuxAioState *s = traits_.init_takes_errp
                               ? f_.As<InitErrp>(f_.init)(&error)
                               : f_.As<InitPlain>(f_.init)();
        if (s == nullptr && why != nullptr) {
            *why = error ? error_get_pretty(error)
                         : "laio_init() returned NULL and gives no reason";
        }
        error_free(error);
        return s;
    }

    void Cleanup(LinuxAioState *s) override
    {
        if (traits_.has_cleanup) {
            f_.As<CleanupFn>(f_.cleanup)(s);
        }
    }

    void Attach(LinuxAioState *s, AioContext *ctx) override
    {
        aio_set_linux_aio(ctx, s);
        if (traits_.has_attach) {
            f_.As<AttachFn>(f_.attach)(s, ctx);
        }
    }

    void Detach(LinuxAioState *s, AioContext *ctx) override
    {
        if (traits_.has_attach) {
            f_.As<AttachFn>(f_.detach)(s, ctx);
        }
        aio_set_linux_aio(ctx, nullptr);
    }

    BlockAIOCB *Submit(LinuxAioState *s, int fd, int64_t offset_bytes,
                       QEMUIOVector *qiov, int type, BlockCompletionFunc *cb,
                       void *opaque) override
    {
        assert(traits_.has_submit);
        return f_.As<SubmitFn>(f_.submit)(
            nullptr, s, fd, Sectors(offset_bytes), qiov,
            static_cast<int>(Sectors(qiov->size)), cb, opaque, type);
    }

    int CoSubmit(LinuxAioState *s, int fd, uint64_t offset_bytes,
                 QEMUIOVector *qiov, int type, int flags,
                 uint64_t dev_max_batch) override
    {
        switch (traits_.co_submit) {
        case CoSubmitForm::kStateSectors:
            return f_.As<CoStateSectors>(f_.co_submit)(
                nullptr, s, fd, Sectors(offset_bytes), qiov,
                static_cast<int>(Sectors(qiov->size)), type);
        case CoSubmitForm::kStateBytes:
            return f_.As<CoStateBytes>(f_.co_submit)(nullptr, s, fd,
                                                     offset_bytes, qiov, type);
        case CoSubmitForm::kStateBytesBatch:
            return f_.As<CoStateBytesBatch>(f_.co_submit)(
                nullptr, s, fd, offset_bytes, qiov, type, dev_max_batch);
        case CoSubmitForm::kThreadBytesBatch:
            return f_.As<CoThreadBytesBatch>(f_.co_submit)(
                fd, offset_bytes, qiov, type, dev_max_batch);
        case CoSubmitForm::kThreadBytesFlags:
            return f_.As<CoThreadBytesFlags>(f_.co_submit)(
                fd, offset_bytes, qiov, type,
                static_cast<BdrvRequestFlags>(flags), dev_max_batch);
        case CoSubmitForm::kAbsent:
            break;
        }
        assert(!"CoSubmit() on a subject without laio_co_submit");
        std::abort();
    }

    void Plug(LinuxAioState *s) override
    {
        switch (traits_.plug) {
        case PlugForm::kAbsent:
            break;
        case PlugForm::kState:
            f_.As<PlugState>(f_.plug)(nullptr, s);
            break;
        case PlugForm::kThread:
            f_.As<PlugThread>(f_.plug)();
            break;
        case PlugForm::kBlkPlug:
            blk_io_plug();
            break;
        case PlugForm::kDefer:
            defer_call_begin();
            break;
        }
    }

    void Unplug(LinuxAioState *s, uint64_t dev_max_batch) override
    {
        switch (traits_.unplug) {
        case UnplugForm::kAbsent:
            EndDeferring();
            break;
        case UnplugForm::kStateBool:
            // Of two return types; neither is looked at.
            f_.As<UnplugStateBool>(f_.unplug)(nullptr, s, true);
            break;
        case UnplugForm::kState:
            f_.As<UnplugState>(f_.unplug)(nullptr, s);
            break;
        case UnplugForm::kStateBatch:
            f_.As<UnplugStateBatch>(f_.unplug)(nullptr, s, dev_max_batch);
            break;
        case UnplugForm::kThreadBatch:
            f_.As<UnplugThreadBatch>(f_.unplug)(dev_max_batch);
            break;
        }
    }

 private:
    void EndDeferring()
    {
        if (traits_.plug == PlugForm::kBlkPlug) {
            blk_io_unplug();
        } else if (traits_.plug == PlugForm::kDefer) {
            defer_call_end();
        }
    }

    Traits traits_;
    SubjectFunctions f_;
};

// Finds symbols; the first that is missing is the error.
class Binder {
 public:
    Binder(void *handle, const std::string &shared_object)
        : handle_(handle), shared_object_(shared_object) {}

    SubjectFunctions Bind(const Traits &traits)
    {
        SubjectFunctions f;
        f.init = Find("laio_init", true);
        f.cleanup = Find("laio_cleanup", traits.has_cleanup);
        f.attach = Find("laio_attach_aio_context", traits.has_attach);
        f.detach = Find("laio_detach_aio_context", traits.has_attach);
        f.submit = Find("laio_submit", traits.has_submit);
        f.co_submit = Find("laio_co_submit",
                           traits.co_submit != CoSubmitForm::kAbsent);
        f.plug = Find("laio_io_plug", traits.plug == PlugForm::kState ||
                                          traits.plug == PlugForm::kThread);
        f.unplug = Find("laio_io_unplug",
                        traits.unplug != UnplugForm::kAbsent);
        return f;
    }

    const std::string &missing() const { return missing_; }

 private:
    void *Find(const char *name, bool wanted)
    {
        if (!wanted) {
            return nullptr;
        }
        void *symbol = dlsym(handle_, name);
        if (symbol == nullptr && missing_.empty()) {
            missing_ = fmt::format(
                "cannot use the subject {}: it has no {}, which its source "
                "defines; was it compiled from that source?",
                shared_object_, name);
        }
        return symbol;
    }

    void *handle_;
    const std::string &shared_object_;
    std::string missing_;
};

}  // namespace

Result<std::unique_ptr<SubjectApi>> SubjectApi::Load(
    const std::string &shared_object, const Traits &traits)
{
    // A path without a slash would be looked for in the library folders.
    const std::string path = shared_object.find('/') == std::string::npos
                                 ? "./" + shared_object
                                 : shared_object;
    void *handle = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr) {
        return BadInput(
            fmt::format("cannot load the subject: {}", dlerror()));
    }
    Binder binder(handle, shared_object);
    const SubjectFunctions functions = binder.Bind(traits);
    if (!binder.missing().empty()) {
        dlclose(handle);
        return BadInput(binder.missing());
    }
    // Never closed: callbacks into it may be pending until the process ends.
    return std::unique_ptr<SubjectApi>(
        std::make_unique<LoadedSubject>(traits, functions));
}

}  // namespace laio
