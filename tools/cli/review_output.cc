#include "tools/cli/review_output.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "tools/base/read_file.h"
#include "tools/base/write_file.h"
#include "tools/cli/json_text.h"
#include "tools/report/next_version.h"
#include "tools/report/reply_text.h"
#include "tools/report/review_html.h"
#include "tools/report/review_json.h"
#include "tools/report/review_text.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

// Once a write has failed, the ones that follow do nothing.
class OutputFolder {
 public:
    explicit OutputFolder(const fs::path &path) : path_(path) {}

    void Put(const fs::path &name, const std::string &text)
    {
        if (!status_.ok()) {
            return;
        }
        fs::path file = path_ / name;
        std::error_code error;
        fs::create_directories(file.parent_path(), error);
        status_ = error ? Status(EnvironmentError(fmt::format(
                              "cannot make {}: {}",
                              file.parent_path().string(), error.message())))
                        : WriteFile(file, text);
    }

    Status status() const { return status_; }

 private:
    fs::path path_;
    Status status_ = Ok();
};

void PutSources(const JudgedSource &source, OutputFolder &folder)
{
    fs::path file = fs::path(source.path).filename();
    if (source.before) {
        folder.Put("before" / file, source.before->text);
    }
    if (source.after) {
        folder.Put("after" / file, source.after->text);
    }
}

// What report.json in the folder says that an earlier review left there. It
// would pass for this one's.
void RemoveEarlier(const fs::path &path)
{
    Result<std::string> text = ReadFile(path / "report.json", "report.json");
    auto report = nlohmann::json::parse(text ? *text : "", nullptr, false);
    if (!report.is_object()) {
        return;
    }
    // Only the last part of a name counts: nothing outside is touched.
    auto remove = [](const fs::path &folder, const nlohmann::json &name) {
        std::error_code ignored;
        if (name.is_string() && fs::path(name).has_filename()) {
            fs::remove(folder / fs::path(name).filename(), ignored);
        }
    };
    for (const auto &name : report.value("next_versions",
                                         nlohmann::json::array())) {
        remove(path, name);
    }
    auto compile = report.value("compile", nlohmann::json());
    if (compile.is_object()) {
        remove(path / "before", compile.value("path", nlohmann::json()));
        remove(path / "after", compile.value("path", nlohmann::json()));
    }
}

}  // namespace

Status WriteReview(const fs::path &path, const std::string &name,
                   const std::optional<JudgedSource> &source,
                   ReviewReport &report)
{
    RemoveEarlier(path);
    OutputFolder folder(path);
    NextSeries next = NextVersion(report);
    for (const NextPatch &patch : next.patches) {
        folder.Put(patch.name, patch.text);
        report.next_version.push_back(fs::path(name) / patch.name);
    }
    report.notes.insert(report.notes.end(), next.notes.begin(),
                        next.notes.end());
    if (source) {
        PutSources(*source, folder);
    }
    folder.Put("report.txt", ReviewText(report));
    folder.Put("report.html", ReviewHtml(report));
    folder.Put("report.json", JsonText(ToJson(report)));
    folder.Put("reply.txt", ReplyText(report));
    return folder.status();
}

}  // namespace laio
