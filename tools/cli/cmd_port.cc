// laio port: a change from where it was made to where it is needed.

#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "tools/cli/commands.h"
#include "tools/cli/json_text.h"
#include "tools/cli/port_output.h"
#include "tools/cli/port_proof.h"
#include "tools/cli/port_source.h"
#include "tools/cli/progress.h"
#include "tools/cli/workbench.h"
#include "tools/git/tree.h"
#include "tools/port/port_change.h"

namespace laio {
namespace {

constexpr const char *kName = "port";

struct Options {
    std::string from;
    std::string tree;
    std::string onto;
    std::string output;
};

struct Target {
    std::shared_ptr<GitRepository> repository;
    std::unique_ptr<Tree> tree;
};

// DIR@REV, or DIR: its work tree, or HEAD of a bare one.
Result<Target> OpenTarget(const Session &session, const std::string &onto)
{
    size_t at = onto.rfind('@');
    std::error_code ignored;
    bool whole = std::filesystem::is_directory(session.Resolve(onto), ignored);
    bool has_rev = !whole && at != onto.npos;
    auto repository = GitRepository::Open(
        session.Resolve(has_rev ? onto.substr(0, at) : onto).string());
    if (!repository) {
        return repository.error();
    }
    bool bare = (*repository)->WorkTreeDirectory().empty();
    auto tree = has_rev ? (*repository)->At(onto.substr(at + 1))
                : bare  ? (*repository)->At("HEAD")
                        : (*repository)->WorkTree();
    if (!tree) {
        return tree.error();
    }
    return Target{*std::move(repository), *std::move(tree)};
}

// The target with what the changes before have made of it.
class Growing : public Tree {
 public:
    explicit Growing(const Tree &below) : below_(below) {}

    void Take(const std::map<std::string, std::string> &files)
    {
        for (const auto &[path, content] : files) {
            files_[path] = content;
        }
    }
    const std::map<std::string, std::string> &files() const { return files_; }

    std::string Describe() const override { return below_.Describe(); }
    Result<std::optional<TreeFile>> Read(
        const std::string &path) const override
    {
        auto found = files_.find(path);
        return found == files_.end()
                   ? below_.Read(path)
                   : std::optional<TreeFile>(TreeFile{found->second});
    }
    Result<std::vector<FoundBlob>> FindBlobs(
        const std::string &id, const std::string &path) const override
    {
        return below_.FindBlobs(id, path);
    }

 private:
    const Tree &below_;
    std::map<std::string, std::string> files_;
};

class Porter {
 public:
    Porter(Session &session, const Options &options)
        : session_(session), options_(options), progress_(session, kName)
    {
    }

    Status Run()
    {
        auto changes = ReadChanges(session_, options_.from, options_.tree);
        if (!changes) {
            return changes.error();
        }
        auto target = OpenTarget(session_, options_.onto);
        if (!target) {
            return target.error();
        }
        Growing tree(*target->tree);
        result_.onto = tree.Describe();
        progress_.Say("port");
        for (const RangeCommit &change : *changes) {
            auto ported = port::PortChange(change, tree);
            if (!ported) {
                return ported.error();
            }
            tree.Take(ported->after);
            result_.changes.push_back(*std::move(ported));
        }
        Status proved = Prove(*target->tree, tree);
        if (proved && !result_.Good()) {
            proved = LookWhetherNeeded(*changes, *target->tree);
        }
        return proved ? Print() : proved;
    }

 private:
    Status Prove(const Tree &before, const Growing &after)
    {
        progress_.Say("compile and run, before and after");
        for (const auto &[path, content] : after.files()) {
            auto old = before.Read(path);
            if (!old || !*old || (*old)->content == content) {
                continue;
            }
            auto bench = Workbench::Open(session_, kName);
            if (!bench) {
                return bench.error();
            }
            auto proof = ProvePort(path, (*old)->content, content, **bench);
            if (!proof) {
                return proof.error();
            }
            // One file that can be judged stands for the others.
            if (!result_.proof || proof->before) {
                result_.proof = *std::move(proof);
            }
        }
        return Ok();
    }

    // Asks the scenarios that the whole change mends where it was made.
    Status LookWhetherNeeded(const std::vector<RangeCommit> &changes,
                             const Tree &target)
    {
        progress_.Say("compile and run where it was made");
        for (const port::PortedPath &file : result_.changes.front().files) {
            std::optional<ChangedText> origin =
                TextOf(changes, file.source_path);
            auto here = target.Read(file.path);
            if (!origin || !here || !*here) {
                continue;
            }
            auto bench = Workbench::Open(session_, kName);
            if (!bench) {
                return bench.error();
            }
            auto passes = PassesAlready(*origin, file.path, (*here)->content,
                                        **bench);
            if (!passes) {
                return passes.error();
            }
            result_.pass_already = *std::move(passes);
        }
        return Ok();
    }

    // The file at `path` before all changes and after them.
    static std::optional<ChangedText> TextOf(
        const std::vector<RangeCommit> &changes, const std::string &path)
    {
        std::optional<ChangedText> text;
        for (const RangeCommit &change : changes) {
            for (const ChangedFile &file : change.files) {
                if (file.old_path != path || !file.before || !file.after) {
                    continue;
                }
                if (!text) {
                    text = ChangedText{path, *file.before, ""};
                }
                text->after = *file.after;
            }
        }
        return text;
    }

    Status Print()
    {
        bool good = result_.Good();
        for (const port::PortedChange &change : result_.changes) {
            if (!result_.pass_already.empty()) {
                break;
            }
            result_.patch +=
                good ? change.mail
                     : port::WithNote(change.mail,
                                      "Not proved; look at it first.");
        }
        session_.exit_status = good ? 0 : 1;
        bool patch_on_stdout =
            options_.output.empty() || options_.output == "-";
        if (!patch_on_stdout && !result_.patch.empty()) {
            Status written =
                session_.WriteOutput(options_.output, result_.patch);
            if (!written) {
                return written;
            }
        }
        if (session_.common.json) {
            session_.out << JsonText(PortJson(result_));
            return Ok();
        }
        std::ostream &talk = patch_on_stdout ? session_.err : session_.out;
        if (!patch_on_stdout || !session_.common.quiet) {
            talk << PortText(result_);
        }
        if (patch_on_stdout) {
            session_.out << result_.patch;
        }
        return Ok();
    }

    Session &session_;
    const Options &options_;
    Progress progress_;
    PortResult result_;
};

}  // namespace

Command PortCommand(Session &session)
{
    auto options = std::make_shared<Options>();
    Command command{kName, "Bring a change to another version, and prove it"};
    AddCommonOptions(command, session.common);
    command
        .Add("--from CHANGE", &options->from,
             "The change: a mail or patch, - for stdin, or REV..REV")
        .Required();
    command.Add("--tree DIR", &options->tree,
                "Repository that the change was made in");
    command
        .Add("--onto DIR[@REV]", &options->onto,
             "Where it is needed: DIR, or DIR@REV; nothing is written there")
        .Required();
    command.Add("-o FILE", &options->output,
                "Write the patch to this file; else to stdout");
    command.run = [options, &session] {
        return session.Finish(kName, Porter(session, *options).Run());
    };
    return command;
}

}  // namespace laio
