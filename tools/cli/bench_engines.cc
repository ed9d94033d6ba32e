#include "tools/cli/bench_engines.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <utility>

namespace laio {
namespace {

struct Peer {
    EngineKind kind;
    std::vector<std::string> variants;
};

const std::map<std::string, Peer> &Peers()
{
    static const std::map<std::string, Peer> peers = {
        {"fio",
         {EngineKind::kFio, {"libaio", "userspace_reap", "io_uring"}}},
        {"qemu-img", {EngineKind::kQemuImg, {"native", "io_uring"}}},
    };
    return peers;
}

// "ring, poll": how one of ours takes completions.
std::string VariantOf(const std::string &reap, const std::string &poll)
{
    return poll == "on" ? reap + (reap.empty() ? "" : ", ") + "poll" : reap;
}

class Maker {
 public:
    Maker(const Session &session, const EngineWishes &wishes,
          Workbench &workbench, Progress &progress)
        : wishes_(wishes), workbench_(workbench), progress_(progress),
          places_{session.caller_dir, {}}
    {
        if (!wishes.tree.empty()) {
            places_.tree = session.Resolve(wishes.tree);
        }
    }

    Status Add(const std::string &wish, bool optional)
    {
        std::string name = wish.substr(0, wish.find(':'));
        if (Peers().contains(name)) {
            return AddPeer(wish, name, optional);
        }
        if (wish == "laio" || wish == "bare") {
            return AddOurs(wish);
        }
        return AddSubject(wish, wish, "", true);
    }

    std::vector<BenchEngine> TakeEngines() { return std::move(engines_); }

 private:
    Status AddPeer(const std::string &wish, const std::string &name,
                   bool optional)
    {
        const Peer &peer = Peers().at(name);
        std::string only =
            wish == name ? "" : wish.substr(name.size() + 1);
        bool found = false;
        for (const std::string &variant : peer.variants) {
            if (only.empty() || variant == only) {
                found = true;
                BenchEngine engine;
                engine.kind = peer.kind;
                engine.name = name;
                engine.variant = variant;
                engine.optional = optional;
                AddOnce(std::move(engine));
            }
        }
        if (!found) {
            return UsageError(fmt::format(
                "{} has no engine {}; it has {}", name, only,
                fmt::join(peer.variants, ", ")));
        }
        return Ok();
    }

    // A variant that was wished for by two names is measured once.
    void AddOnce(BenchEngine engine)
    {
        bool known = std::any_of(
            engines_.begin(), engines_.end(), [&](const BenchEngine &other) {
                return other.name == engine.name &&
                       other.variant == engine.variant;
            });
        if (!known) {
            engines_.push_back(std::move(engine));
        }
    }

    Status AddOurs(const std::string &name)
    {
        for (const std::string &reap : wishes_.reaps) {
            if (name == "laio") {
                Status added = AddSubject(
                    reap == "ring" ? "ours" : "getevents", name, reap, false);
                if (!added.ok()) {
                    return added;
                }
                continue;
            }
            BenchEngine engine;
            engine.kind = EngineKind::kBare;
            engine.name = name;
            engine.variant = reap;
            AddOnce(std::move(engine));
        }
        return Ok();
    }

    // With polling and without, as wished.
    Status AddSubject(const std::string &subject, const std::string &name,
                      const std::string &reap, bool strange)
    {
        Result<BuiltSubject> built = Build(subject);
        if (!built.ok()) {
            return built.error();
        }
        for (const std::string &poll : wishes_.polls) {
            BenchEngine engine = EngineOf(*built);
            engine.name = name;
            engine.variant = VariantOf(reap, poll);
            engine.strange = strange;
            engine.poll = poll == "on";
            AddOnce(std::move(engine));
        }
        return Ok();
    }

    Result<BuiltSubject> Build(const std::string &name)
    {
        Result<Subject> subject =
            FindSubject(name, workbench_.kit(), places_);
        if (!subject.ok()) {
            return subject.error();
        }
        progress_.Say("compiling " + name);
        subject->object.clear();
        return workbench_.Build(*subject);
    }

    const EngineWishes &wishes_;
    Workbench &workbench_;
    Progress &progress_;
    SubjectPlaces places_;
    std::vector<BenchEngine> engines_;
};

}  // namespace

Result<std::vector<BenchEngine>> MakeEngines(const Session &session,
                                             const EngineWishes &wishes,
                                             Workbench &workbench,
                                             Progress &progress)
{
    bool all = wishes.engines.empty();
    Maker maker(session, wishes, workbench, progress);
    for (const std::string &wish :
         all ? std::vector<std::string>{"laio", "fio", "qemu-img"}
             : wishes.engines) {
        Status added = maker.Add(wish, all);
        if (!added.ok()) {
            return added.error();
        }
    }
    return maker.TakeEngines();
}

}  // namespace laio
