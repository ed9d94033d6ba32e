#include "tools/dev/salvage_peers.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tools/base/process.h"
#include "tools/git/tree.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

constexpr const char *kMessageId = "<corpus@laio.test>";  // as Wire() has it

std::string ReadFile(const fs::path &path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// The mail as one of an mbox, which is what git am and b4 ask for.
std::string AsMbox(const std::string &wire)
{
    std::size_t end = std::min(wire.find('\n'), wire.size());
    bool carriage_return = end > 0 && wire[end - 1] == '\r';
    return "From corpus@laio.test Mon Sep 17 00:00:00 2001" +
           std::string(carriage_return ? "\r\n" : "\n") + wire;
}

bool WantsMbox(const std::string &peer)
{
    return peer == "git-am" || peer == "b4";
}

std::vector<std::string> CommandOf(const std::string &peer,
                                   const std::string &mail)
{
    if (peer == "git-am") {
        return {"git", "am", "--quiet", mail};
    }
    if (peer == "git-apply") {
        return {"git", "apply", mail};
    }
    if (peer == "patch") {
        return {"patch", "-p1", "--force", "--silent", "-i", mail};
    }
    if (peer == "wiggle") {
        return {"wiggle", "--merge", "--replace", "--patch", "--strip=1",
                mail};
    }
    return {"b4", "--quiet", "shazam", "-T", "-m", mail, kMessageId};
}

}  // namespace

const std::vector<std::string> &PeerNames()
{
    static const std::vector<std::string> kNames = {
        "git-am", "git-apply", "patch", "wiggle", "b4"};
    return kNames;
}

PeerBench::PeerBench(PeerBench &&other) noexcept
    : commit_(other.commit_), folder_(std::move(other.folder_)),
      before_(std::move(other.before_))
{
    other.folder_.clear();
}

PeerBench::~PeerBench()
{
    std::error_code ignored;
    if (!folder_.empty()) {
        fs::remove_all(folder_, ignored);
    }
}

std::string PeerBench::Git(std::vector<std::string> arguments) const
{
    Result<std::string> out = RunGit(folder_, std::move(arguments));
    return out ? *out : "";
}

Result<PeerBench> PeerBench::Open(const CorpusCommit &commit,
                                  const std::string &tree)
{
    PeerBench bench(commit);
    std::string name = fs::temp_directory_path() / "laio-peers-XXXXXX";
    if (!mkdtemp(name.data())) {
        return EnvironmentError("cannot make a folder like " + name);
    }
    bench.folder_ = name;
    Status filled = bench.Fill(tree);
    if (!filled) {
        return filled.error();
    }
    return bench;
}

Status PeerBench::Fill(const std::string &tree)
{
    Git({"init", "--quiet", "."});
    for (const char *setting :
         {"user.name=A Peer", "user.email=peer@example.org",
          "b4.searchmask=", "gc.auto=0"}) {
        std::string text = setting;
        std::size_t equals = text.find('=');
        Git({"config", text.substr(0, equals), text.substr(equals + 1)});
    }
    for (const CorpusFile &file : commit_.files) {
        if (file.pre_id == std::string(40, '0')) {
            continue;
        }
        Result<std::string> content =
            RunGit(tree, {"cat-file", "blob", file.pre_id});
        if (!content) {
            return content.error();
        }
        fs::path path = fs::path(folder_) / file.path;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << *content;
        before_[file.path] = *std::move(content);
    }
    Git({"add", "--all", "--force"});
    Git({"commit", "--quiet", "--allow-empty", "-m", "before"});
    Git({"tag", "before"});
    return Ok();
}

// Whether no program has left anything; git itself takes long to say so.
bool PeerBench::IsAsBefore() const
{
    std::size_t files = 0;
    for (auto at = fs::recursive_directory_iterator(folder_);
         at != fs::recursive_directory_iterator(); ++at) {
        if (at->path().filename() == ".git") {
            at.disable_recursion_pending();
        } else if (!at->is_directory()) {
            auto file = before_.find(
                at->path().lexically_relative(folder_).string());
            if (file == before_.end() ||
                ReadFile(at->path()) != file->second) {
                return false;
            }
            files++;
        }
    }
    return files == before_.size() &&
           !fs::exists(folder_ + "/.git/rebase-apply");
}

void PeerBench::Reset() const
{
    if (IsAsBefore()) {
        return;
    }
    std::error_code ignored;
    fs::remove_all(fs::path(folder_) / ".git/rebase-apply", ignored);
    Git({"reset", "--quiet", "--hard", "before"});
    Git({"clean", "-dfqx"});
}

int PeerBench::Run(const std::string &peer, const std::string &wire)
{
    Reset();
    std::string mail = folder_ + "/.git/laio-mail";
    std::ofstream(mail, std::ios::binary)
        << (WantsMbox(peer) ? AsMbox(wire) : wire);
    ProcessOptions options;
    options.directory = folder_;
    (void)RunProcess(CommandOf(peer, mail), options);
    int right = 0;
    for (const CorpusFile &file : commit_.files) {
        fs::path path = fs::path(folder_) / file.path;
        bool gone = file.post_id == std::string(40, '0');
        right += gone ? !fs::exists(path)
                      : BlobId(ReadFile(path)) == file.post_id;
    }
    return right;
}

}  // namespace laio
