#include "tests/harness/traits.h"

#include <algorithm>
#include <functional>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tests/harness/c_text.h"

namespace laio {
namespace {

using Definitions = std::map<std::string, Definition, std::less<>>;

bool HasWord(std::string_view text, std::string_view word)
{
    const auto words = FindIdentifiers(text);
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool Calls(std::string_view code, std::string_view name)
{
    return !FindCalls(code, name).empty();
}

Definitions EntryPoints(std::string_view code)
{
    Definitions entry_points;
    for (Definition &definition : FindDefinitions(code)) {
        if (!definition.is_static && definition.name.starts_with("laio_")) {
            entry_points.emplace(definition.name, definition);
        }
    }
    return entry_points;
}

// Reads one function's form at a time; the first unknown form is the error.
class Reader {
 public:
    Reader(std::string_view code, std::string_view source_name)
        : code_(code), source_name_(source_name),
          entry_points_(EntryPoints(code)) {}

    Result<Traits> Run()
    {
        ReadInit();
        ReadLifetime();
        ReadSubmit();
        ReadCoSubmit();
        ReadPlug();
        ReadUnplug();
        traits_.has_fdsync = Find("laio_has_fdsync") != nullptr;
        traits_.has_fua = Find("laio_has_fua") != nullptr;
        ReadHabits();
        if (!error_.empty()) {
            return BadInput(error_);
        }
        return traits_;
    }

 private:
    const Definition *Find(std::string_view name) const
    {
        const auto found = entry_points_.find(name);
        return found == entry_points_.end() ? nullptr : &found->second;
    }

    void Fail(int line, const std::string &why)
    {
        if (error_.empty()) {
            error_ = fmt::format("{}:{}: {}", source_name_, line, why);
        }
    }

    void Unknown(const Definition &definition)
    {
        Fail(definition.line,
             fmt::format("cannot call {}({}): no version of linux-aio.c had "
                         "it with these parameters; give it the form of some "
                         "version",
                         definition.name,
                         fmt::join(definition.parameters, ", ")));
    }

    void ReadInit()
    {
        const Definition *init = Find("laio_init");
        if (init == nullptr) {
            Fail(1, "not a linux-aio source file: it defines no laio_init "
                    "that others can call");
            return;
        }
        const Parameters &p = init->parameters;
        traits_.init_takes_errp = p.size() == 1 && HasWord(p[0], "Error");
        if (!p.empty() && !traits_.init_takes_errp) {
            Unknown(*init);
        }
        traits_.typed_state = DefinesStruct(code_, "LinuxAioState");
    }

    void ReadLifetime()
    {
        const Definition *cleanup = Find("laio_cleanup");
        const Definition *attach = Find("laio_attach_aio_context");
        const Definition *detach = Find("laio_detach_aio_context");
        traits_.has_cleanup = cleanup != nullptr;
        traits_.has_attach = attach != nullptr;
        RequireCount(cleanup, 1);
        RequireCount(attach, 2);
        RequireCount(detach, 2);
        if ((attach == nullptr) != (detach == nullptr)) {
            Fail((attach ? attach : detach)->line,
                 "laio_attach_aio_context and laio_detach_aio_context come "
                 "together: define both or neither");
        }
    }

    void RequireCount(const Definition *definition, size_t count)
    {
        if (definition && definition->parameters.size() != count) {
            Unknown(*definition);
        }
    }

    void ReadSubmit()
    {
        const Definition *submit = Find("laio_submit");
        traits_.has_submit = submit != nullptr;
        RequireCount(submit, 9);
    }

    static CoSubmitForm FormOf(const Parameters &p)
    {
        if (p.size() < 5 || p.size() > 7) {
            return CoSubmitForm::kAbsent;
        }
        const bool batch = HasWord(p.back(), "uint64_t");
        if (HasWord(p[0], "BlockDriverState")) {
            if (p.size() == 6 && !batch) {
                return CoSubmitForm::kStateBytes;
            }
            if (p.size() == 7 && batch) {
                return CoSubmitForm::kStateBytesBatch;
            }
            return p.size() == 7 && HasWord(p[3], "int64_t")
                       ? CoSubmitForm::kStateSectors
                       : CoSubmitForm::kAbsent;
        }
        if (!HasWord(p[0], "int") || !batch || p.size() == 7) {
            return CoSubmitForm::kAbsent;
        }
        return p.size() == 5 ? CoSubmitForm::kThreadBytesBatch
                             : CoSubmitForm::kThreadBytesFlags;
    }

    void ReadCoSubmit()
    {
        if (const Definition *co_submit = Find("laio_co_submit")) {
            traits_.co_submit = FormOf(co_submit->parameters);
            if (traits_.co_submit == CoSubmitForm::kAbsent) {
                Unknown(*co_submit);
            }
        }
    }

    void ReadPlug()
    {
        const Definition *plug = Find("laio_io_plug");
        if (plug == nullptr) {
            traits_.plug = Calls(code_, "defer_call") ? PlugForm::kDefer
                           : Calls(code_, "blk_io_plug_call")
                               ? PlugForm::kBlkPlug
                               : PlugForm::kAbsent;
            return;
        }
        const size_t count = plug->parameters.size();
        traits_.plug = count == 2 ? PlugForm::kState : PlugForm::kThread;
        if (count != 0 && count != 2) {
            Unknown(*plug);
        }
    }

    static UnplugForm UnplugFormOf(const Parameters &p)
    {
        if (p.size() == 2) {
            return UnplugForm::kState;
        }
        if (p.size() == 1 && HasWord(p[0], "uint64_t")) {
            return UnplugForm::kThreadBatch;
        }
        if (p.size() != 3) {
            return UnplugForm::kAbsent;
        }
        return HasWord(p[2], "bool")       ? UnplugForm::kStateBool
               : HasWord(p[2], "uint64_t") ? UnplugForm::kStateBatch
                                           : UnplugForm::kAbsent;
    }

    void ReadUnplug()
    {
        const Definition *plug = Find("laio_io_plug");
        const Definition *unplug = Find("laio_io_unplug");
        if ((plug == nullptr) != (unplug == nullptr)) {
            Fail((plug ? plug : unplug)->line,
                 "laio_io_plug and laio_io_unplug come together: define both "
                 "or neither");
        }
        if (unplug) {
            traits_.unplug = UnplugFormOf(unplug->parameters);
            if (traits_.unplug == UnplugForm::kAbsent) {
                Unknown(*unplug);
            }
        }
    }

    void ReadHabits()
    {
        traits_.locks_context = Calls(code_, "aio_context_acquire");
        traits_.wakes_by_aio_co_wake = Calls(code_, "aio_co_wake");
        traits_.reaps_from_ring = ReapsFromRing();
        traits_.sleeps_in_context = Calls(code_, "aio_add_linux_aio");
        for (const Parameters &p : FindCalls(code_, "aio_set_event_notifier")) {
            traits_.has_io_poll |= RegistersPoll(p);
        }
    }

    // A file may keep io_getevents for kernels whose ring it cannot read; it
    // then names the ring's functions or fields all the same.
    bool ReapsFromRing() const
    {
        if (!Calls(code_, "io_getevents")) {
            return true;
        }
        for (const std::string_view word : FindIdentifiers(code_)) {
            if (word.ends_with("_ring") || word.starts_with("ring_") ||
                word.find("_ring_") != std::string_view::npos) {
                return true;
            }
        }
        return false;
    }

    // (ctx, notifier, [is_external,] read, poll, [poll_ready])
    static bool RegistersPoll(const Parameters &p)
    {
        if (p.size() < 5) {
            return false;
        }
        const bool external = p.size() == 6 || p[2] == "false" ||
                              p[2] == "true";
        const std::string &poll = p[external ? 4 : 3];
        return poll != "NULL" && poll != "nullptr" && poll != "0";
    }

    std::string_view code_;
    std::string_view source_name_;
    Definitions entry_points_;
    Traits traits_;
    std::string error_;
};

}  // namespace

Result<Traits> ReadTraits(std::string_view text, std::string_view source_name)
{
    const std::string code = BlankOutNonCode(text);
    return Reader(code, source_name).Run();
}

}  // namespace laio
