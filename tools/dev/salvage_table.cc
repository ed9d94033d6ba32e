// salvage_table --tree DIR: damages commits of a repository in every known
// way, recovers them, and counts what came out right.
//
// Exit status: 0 when no wrong file was graded EXACT, 1 when one was, 2 wrong
// options, 3 a tree that cannot be read.

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>

#include "tests/corpus/damage.h"
#include "tools/base/command_line.h"
#include "tools/dev/corpus_commits.h"
#include "tools/dev/salvage_drift.h"
#include "tools/dev/salvage_peers.h"
#include "tools/dev/salvage_score.h"

namespace laio {
namespace {

struct Options {
    CommitQuery query;
    std::vector<std::string> kinds;
    std::vector<int> composed;
    std::vector<std::string> peers;
    bool drift = false;
    SalvageOptions salvage;
    std::string failures;  // a folder for mails that went wrong
};

struct Row {
    std::string kind;
    std::string name;
    std::vector<const Damage *> damages;
    int composed = 0;  // so many kinds, chosen anew for every mail
};

std::vector<Row> RowsOf(const Options &options)
{
    std::vector<Row> rows;
    for (const Damage &damage : AllDamages()) {
        bool asked = options.kinds.empty();
        for (const std::string &kind : options.kinds) {
            asked = asked || kind == damage.kind || kind == damage.name;
        }
        if (asked) {
            rows.push_back({std::string(damage.kind),
                            std::string(damage.name), {&damage}, 0});
        }
    }
    for (int count : options.composed) {
        rows.push_back({fmt::format("{}x", count), "composed", {}, count});
    }
    return rows;
}

void KeepFailure(const Options &options, const CorpusCommit &commit,
                 const Row &row, const std::string &wire,
                 const MailScore &score)
{
    if (options.failures.empty() || score.AllRight()) {
        return;
    }
    std::filesystem::create_directories(options.failures);
    std::string name = fmt::format("{}/{}-{}", options.failures, row.name,
                                   commit.id.substr(0, 12));
    std::ofstream(name + ".mail", std::ios::binary) << wire;
    std::ofstream truth(name + ".truth");
    truth << commit.id << "\n";
    for (std::size_t i = 0; i < score.files.size(); i++) {
        if (!IsRight(score.files[i].outcome)) {
            std::ofstream(fmt::format("{}.{}.after", name, i),
                          std::ios::binary) << score.files[i].after;
        }
        truth << int(score.files[i].outcome) << " " << commit.files[i].post_id
              << " " << score.files[i].path << ": " << score.files[i].why
              << "\n";
    }
}

double Percent(int part, int whole)
{
    return whole ? 100.0 * part / whole : 0;
}

void PrintHead()
{
    fmt::print("{:4} {:13} {:>5} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} "
               "{:>7} {:>7} {:>7}\n",
               "", "damage", "files", "EXACT", "CONS.", "GUESS.", "guess-",
               "cons.-", "EXACT-", "failed", "right", "mails", "s/mail");
    fmt::print("{:4} {:13} {:>5} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} "
               "{:>7} {:>7} {:>7}\n",
               "", "", "", "right", "right", "right", "wrong", "wrong",
               "WRONG", "", "files", "right", "slowest");
}

// Files that each peer got right, by name.
using PeerTotals = std::map<std::string, int>;

void PrintPeers(const PeerTotals &peers, int files)
{
    for (const auto &[name, right] : peers) {
        fmt::print("  {} {:.1f}%", name, Percent(right, files));
    }
}

void PrintRow(const Row &row, const KindTotal &total, const PeerTotals &peers)
{
    fmt::print("{:4} {:13} {:5}", row.kind, row.name, total.Files());
    for (int count : total.files) {
        fmt::print(" {:6}", count);
    }
    bool refused = row.damages.size() == 1 && row.damages[0]->refused;
    fmt::print(" {:6.1f}% {:6.1f}% {:7.2f}{}",
               Percent(total.Right(), total.Files()),
               Percent(total.mails_right, total.mails), total.slowest,
               refused ? fmt::format("  {:.1f}% refused",
                                     Percent(total.mails_refused, total.mails))
                       : "");
    PrintPeers(peers, total.Files());
    fmt::print("\n");
    std::fflush(stdout);
}

class Table {
 public:
    Table(const Options &options, std::vector<CorpusCommit> commits,
          std::shared_ptr<GitRepository> repository)
        : options_(options), commits_(std::move(commits)),
          repository_(std::move(repository))
    {
    }

    int Run()
    {
        fmt::print("{} commits of {}, seed {}\n", commits_.size(),
                   options_.query.tree, options_.query.seed);
        if (options_.drift) {
            return RunDrift();
        }
        PrintHead();
        for (const Row &row : RowsOf(options_)) {
            KindTotal total;
            PeerTotals peers;
            for (const CorpusCommit &commit : commits_) {
                Try(row, commit, &total, &peers);
            }
            PrintRow(row, total, peers);
            wrong_ += total.files[std::size_t(Outcome::kExactWrong)];
        }
        return wrong_ > 0;
    }

 private:
    // M15: one line for trees with the patch's blob and one without.
    int RunDrift()
    {
        const CommitQuery &query = options_.query;
        auto all = RunGit(query.tree, {"rev-list", query.rev});
        if (!all) {
            return 3;
        }
        std::vector<std::string> order = LinesOf(*all);
        for (bool blobs : {true, false}) {
            DriftTotal total;
            for (const CorpusCommit &commit : commits_) {
                Random random(query.seed, commit.id + "drift");
                int steps = (10 + random.Below(1991)) *
                            (random.OneIn(2) ? 1 : -1);
                total.Add(ScoreDrift(commit, order, steps, blobs, query,
                                     repository_.get()));
            }
            fmt::print("M15  drifted, blob {}: {} files; git merge-file {} "
                       "clean, laio apply --3way {}; both and equal {}, both "
                       "and different {}, merge-file alone {}, laio alone "
                       "{}\n", blobs ? "there" : "not there", total.files,
                       total.merged, total.applied, total.same, total.differ,
                       total.merged_only, total.applied_only);
        }
        return 0;
    }

    void TryPeers(const CorpusCommit &commit, const std::string &wire,
                  PeerTotals *peers)
    {
        if (options_.peers.empty()) {
            return;
        }
        auto bench = benches_.find(commit.id);
        if (bench == benches_.end()) {
            bench = benches_.emplace(commit.id,
                                     PeerBench::Open(commit,
                                                     options_.query.tree))
                        .first;
        }
        for (const std::string &peer : options_.peers) {
            (*peers)[peer] += bench->second ? bench->second->Run(peer, wire)
                                            : 0;
        }
    }

    void Try(const Row &row, const CorpusCommit &commit, KindTotal *total,
             PeerTotals *peers)
    {
        // The damage depends on the seed, the commit and the kind alone.
        Random random(options_.query.seed, commit.id + row.name);
        std::vector<const Damage *> damages = row.damages;
        if (row.composed > 0) {
            damages = ChooseDamages(row.composed, &random);
        }
        std::string wire = DamagedMail(commit.mail, damages, &random);
        auto tree = repository_->At(commit.id + "^");
        if (!tree) {
            return;
        }
        MailScore score = ScoreMail(wire, commit, **tree, options_.salvage);
        total->Add(score);
        TryPeers(commit, wire, peers);
        KeepFailure(options_, commit, row, wire, score);
    }

    const Options &options_;
    std::vector<CorpusCommit> commits_;
    std::shared_ptr<GitRepository> repository_;
    std::map<std::string, Result<PeerBench>> benches_;  // by commit
    int wrong_ = 0;
};

Command TableCommand(Options *options)
{
    Command table{"salvage_table",
                  "Damages commits in every known way and recovers them"};
    CommitQuery &query = options->query;
    table.Add("--tree DIR", &query.tree, "git repository").Required();
    table.Add("--rev REV", &query.rev, "whose history (HEAD)");
    table.Add("--since DATE", &query.since, "first day");
    table.Add("--until DATE", &query.until, "last day");
    table.Add("--commits N", &query.count, "how many (300)");
    table.Add("--commit ID", &query.only,
              "this one, instead of some at random; may be repeated");
    table.Add("--seed N", &query.seed, "of all that is random (1)");
    table.Add("--id-digits N", &query.id_digits, "of blob ids (7)");
    table.Add("--max-lines N", &query.max_lines, "of a diff (400)");
    table.Add("--new-files", &query.new_files,
              "also commits that add, remove or rename files");
    table.Add("--kind KIND", &options->kinds,
              "only these: M4, or the damage's name; may be repeated");
    table.Add("--composed N", &options->composed,
              "also so many kinds one after another, chosen by seed; may be "
              "repeated");
    table.Add("--peer NAME", &options->peers,
              "beside what git-am, git-apply, patch, wiggle or b4 makes of "
              "the same mails; may be repeated");
    table.Add("--drift", &options->drift,
              "instead: patches on trees that have moved on (M15), beside "
              "git merge-file");
    table.Add("--max-candidates N", &options->salvage.max_candidates,
              "layouts to try per file");
    table.Add("--failures DIR", &options->failures,
              "folder for the mails that were not recovered");
    return table;
}

int PrintTable(const Options &options)
{
    auto repository = GitRepository::Open(options.query.tree);
    auto commits = SampleCommits(options.query);
    if (!repository || !commits) {
        std::cerr << (repository ? commits.error() : repository.error())
                         .message << "\n";
        return 3;
    }
    return Table(options, std::move(*commits), *repository).Run();
}

}  // namespace
}  // namespace laio

int main(int argc, char **argv)
{
    laio::Options options;
    laio::Command table = laio::TableCommand(&options);
    table.run = [&] { return laio::PrintTable(options); };
    return laio::RunCommandLine(table, argc, argv);
}
