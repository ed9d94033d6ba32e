// Traits as text for a person.

#include <fmt/format.h>

#include "tests/harness/traits.h"

namespace laio {
namespace {

const char *YesNo(bool value)
{
    return value ? "yes" : "no";
}

const char *CoSubmitText(CoSubmitForm form)
{
    switch (form) {
    case CoSubmitForm::kAbsent:
        return "absent";
    case CoSubmitForm::kStateSectors:
        return "(bs, s, fd, sector, qiov, nb_sectors, type)";
    case CoSubmitForm::kStateBytes:
        return "(bs, s, fd, offset, qiov, type)";
    case CoSubmitForm::kStateBytesBatch:
        return "(bs, s, fd, offset, qiov, type, dev_max_batch)";
    case CoSubmitForm::kThreadBytesBatch:
        return "(fd, offset, qiov, type, dev_max_batch)";
    case CoSubmitForm::kThreadBytesFlags:
        return "(fd, offset, qiov, type, flags, dev_max_batch)";
    }
    return "";
}

const char *PlugText(PlugForm form)
{
    switch (form) {
    case PlugForm::kAbsent:
        return "absent";
    case PlugForm::kState:
        return "(bs, s)";
    case PlugForm::kThread:
        return "(void)";
    case PlugForm::kBlkPlug:
        return "blk_io_plug_call";
    case PlugForm::kDefer:
        return "defer_call";
    }
    return "";
}

const char *UnplugText(UnplugForm form)
{
    switch (form) {
    case UnplugForm::kAbsent:
        return "absent";
    case UnplugForm::kStateBool:
        return "(bs, s, unplug)";
    case UnplugForm::kState:
        return "(bs, s)";
    case UnplugForm::kStateBatch:
        return "(bs, s, dev_max_batch)";
    case UnplugForm::kThreadBatch:
        return "(dev_max_batch)";
    }
    return "";
}

}  // namespace

std::string DescribeTraits(const Traits &traits)
{
    return fmt::format(
        "typed_state: {}\ninit_takes_errp: {}\nhas_cleanup: {}\n"
        "has_attach: {}\nhas_submit: {}\nco_submit: {}\nplug: {}\n"
        "unplug: {}\nhas_fdsync: {}\nhas_fua: {}\n"
        "locks_context: {}\n"
        "wakes_by_aio_co_wake: {}\nreaps_from_ring: {}\nhas_io_poll: {}\n"
        "sleeps_in_context: {}\n",
        YesNo(traits.typed_state), YesNo(traits.init_takes_errp),
        YesNo(traits.has_cleanup), YesNo(traits.has_attach),
        YesNo(traits.has_submit), CoSubmitText(traits.co_submit),
        PlugText(traits.plug), UnplugText(traits.unplug),
        YesNo(traits.has_fdsync), YesNo(traits.has_fua),
        YesNo(traits.locks_context),
        YesNo(traits.wakes_by_aio_co_wake), YesNo(traits.reaps_from_ring),
        YesNo(traits.has_io_poll), YesNo(traits.sleeps_in_context));
}

}  // namespace laio
