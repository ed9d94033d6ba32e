#include "tools/port/port_change.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "tools/git/text_diff.h"
#include "tools/patch/apply.h"
#include "tools/patch/parse.h"
#include "tools/port/counterpart.h"
#include "tools/port/idioms.h"
#include "tools/port/own_members.h"
#include "tools/style/style.h"

namespace laio::port {
namespace {

constexpr const char *kRule = "\n---\n";

class ChangePorter {
 public:
    ChangePorter(const RangeCommit &change, const Tree &target)
        : change_(change), target_(target)
    {
    }

    Result<PortedChange> Port()
    {
        for (const ChangedFile &file : change_.files) {
            Status ported = PortOne(file);
            if (!ported) {
                return ported.error();
            }
        }
        Status written = Write();
        if (!written) {
            return written.error();
        }
        return std::move(result_);
    }

 private:
    Status PortOne(const ChangedFile &file)
    {
        result_.files.push_back({file.path, file.old_path, {}});
        PortedPath &ported = result_.files.back();
        for (const std::string &path : Counterparts(file.old_path)) {
            Result<std::optional<TreeFile>> found = target_.Read(path);
            if (!found) {
                return found.error();
            }
            if (*found) {
                ported.path = path;
                Change(file, ported, (*found)->content);
                return Ok();
            }
        }
        Leave(file, ported, file.before ? "there is no such file here"
                                        : "it is a new file; take it whole");
        return Ok();
    }

    void Leave(const ChangedFile &file, PortedPath &ported,
               const char *reason) const
    {
        PortedHunk hunk;
        hunk.function = file.path;
        hunk.reason = reason;
        ported.hunks.push_back(std::move(hunk));
    }

    void Change(const ChangedFile &file, PortedPath &ported,
                const std::string &content)
    {
        if (!file.before || !file.after) {
            Leave(file, ported, file.after ? "it is new, but here already"
                                           : "it goes as a whole");
            return;
        }
        // Two files of the change may be one here.
        std::string &target =
            result_.after.emplace(ported.path, content).first->second;
        before_.emplace(ported.path, content);
        std::string before = *file.before;
        std::string after = *file.after;
        if (IsCxx(file.old_path) != IsCxx(ported.path)) {
            bool to_c = IsCxx(file.old_path);
            before = to_c ? ToC(before, target) : ToCxx(before, target);
            after = to_c ? ToC(after, target) : ToCxx(after, target);
            auto own = OwnMembers(before, after, target);
            before = WithoutSetting(before, own);
            after = WithoutSetting(after, own);
            translated_ = true;
        }
        PortedFile result = PortFile(before, after, target);
        target = result.after;
        ported.hunks = std::move(result.hunks);
    }

    Status Write()
    {
        std::string diff;
        for (const auto &[path, before] : before_) {
            auto text = DiffTexts(before, result_.after[path], path);
            if (!text) {
                return text.error();
            }
            diff += *text;
        }
        if (diff.empty()) {
            result_.after.clear();
            return Ok();
        }
        Result<Patch> patch = ParsePatch(diff, "the ported patch");
        if (!patch) {
            return patch.error();
        }
        std::string mail = Head() + kRule + PrintDiffstat(*patch) + "\n" +
                           diff + "-- \nlaio port\n\n";
        TakeMended(FixPatch(mail, "the ported patch").text, mail);
        return Ok();
    }

    // The style engine's fixes, if the patch is one after them.
    void TakeMended(const std::string &mended, const std::string &mail)
    {
        result_.mail = mail;
        Result<Patch> patch = ParsePatch(mended, "the mended patch");
        auto changes = patch ? ApplyToMemory({*patch}, MemoryTree(before_))
                             : patch.error();
        if (!changes) {
            return;
        }
        result_.mail = mended;
        for (const FileChange &change : *changes) {
            result_.after[change.path] = change.after.value_or("");
        }
    }

    std::string Head() const
    {
        std::string body = MessageOf(change_.body);
        while (!body.empty() && (body.back() == '\n' || body.back() == ' ')) {
            body.pop_back();
        }
        bool trailers = EndsInTrailers(body);
        return fmt::format(
            "From {} Mon Sep 17 00:00:00 2001\nFrom: {}\n{}"
            "Subject: [PATCH] {}\nMIME-Version: 1.0\n"
            "Content-Type: text/plain; charset=UTF-8\n"
            "Content-Transfer-Encoding: 8bit\n\n{}{}{}",
            change_.id.empty() ? std::string(40, '0') : change_.id,
            change_.author,
            change_.date.empty() ? "" : "Date: " + change_.date + "\n",
            change_.subject, body,
            body.empty() ? "" : trailers ? "\n" : "\n\n",
            OriginLine(change_, translated_));
    }

    // Up to what git am would take for the patch.
    static std::string MessageOf(const std::string &body)
    {
        std::string lines = "\n" + body;
        size_t end = std::min({lines.find("\ndiff --git "),
                               lines.find("\n---\n"),
                               lines.find("\n--- ")});
        return end == lines.npos ? body : lines.substr(1, end);
    }

    static bool EndsInTrailers(const std::string &body)
    {
        std::string last = body.substr(body.rfind('\n') + 1);
        size_t colon = last.find(": ");
        return (colon != last.npos && last.find(' ') > colon) ||
               last.starts_with("(cherry picked from");
    }

    const RangeCommit &change_;
    const Tree &target_;
    std::map<std::string, std::string> before_;
    bool translated_ = false;
    PortedChange result_;
};

template <typename Test>
bool AllHunks(const PortedChange &change, Test test)
{
    return std::all_of(
        change.files.begin(), change.files.end(), [&](const PortedPath &f) {
            return std::all_of(f.hunks.begin(), f.hunks.end(), test);
        });
}

}  // namespace

bool PortedChange::Complete() const
{
    return AllHunks(*this, [](const PortedHunk &hunk) {
        return hunk.state != State::kManual;
    });
}

bool PortedChange::AlreadyThere() const
{
    return AllHunks(*this, [](const PortedHunk &hunk) {
        return hunk.state == State::kAlready;
    });
}

Result<PortedChange> PortChange(const RangeCommit &change, const Tree &target)
{
    if (change.files.empty()) {
        return BadInput("the change '" + change.subject +
                        "' touches no file");
    }
    return ChangePorter(change, target).Port();
}

std::string OriginLine(const RangeCommit &change, bool translated)
{
    const std::string &source = change.files[0].old_path;
    if (change.id.empty()) {
        return "(ported from a patch to " + source + ")";
    }
    return translated
               ? "(ported from commit " + change.id + ",\n " + source + ")"
               : "(cherry picked from commit " + change.id + ")";
}

std::string WithNote(const std::string &mail, const std::string &note)
{
    size_t rule = mail.find(kRule);
    if (rule == mail.npos) {
        return mail;
    }
    std::string with = mail;
    return with.insert(rule + 5, note + "\n\n");
}

}  // namespace laio::port
