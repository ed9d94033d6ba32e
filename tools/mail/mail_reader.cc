#include "tools/mail/mail_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "tools/mail/decode_part.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

// Names of the files in a folder, in their order; hidden ones do not count.
std::vector<std::string> FilesIn(const fs::path &folder)
{
    std::vector<std::string> names;
    std::error_code error;
    for (const fs::directory_entry &entry :
         fs::directory_iterator(folder, error)) {
        std::string name = entry.path().filename().string();
        if (entry.is_regular_file(error) && !name.starts_with('.')) {
            names.push_back(name);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

bool IsMaildir(const fs::path &folder)
{
    std::error_code error;
    return fs::is_directory(folder / "cur", error) &&
           fs::is_directory(folder / "new", error);
}

}  // namespace

Result<std::unique_ptr<MailReader>> MailReader::Open(const std::string &path,
                                                     const std::string &name)
{
    std::vector<File> files;
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
        files.push_back({path, name});
    } else if (IsMaildir(path)) {
        for (const char *part : {"cur", "new"}) {
            for (const std::string &file : FilesIn(fs::path(path) / part)) {
                files.push_back({(fs::path(path) / part / file).string(),
                                 (fs::path(name) / part / file).string()});
            }
        }
        // A Maildir's names begin with the time of delivery.
        std::sort(files.begin(), files.end(),
                  [](const File &a, const File &b) {
                      return fs::path(a.path).filename() <
                             fs::path(b.path).filename();
                  });
    } else {
        for (const std::string &file : FilesIn(path)) {
            files.push_back({(fs::path(path) / file).string(),
                             (fs::path(name) / file).string()});
        }
    }
    if (files.empty()) {
        return BadInput(fmt::format("cannot read {}: there is no file in this "
                                    "folder", name));
    }
    std::unique_ptr<MailReader> reader(new MailReader(std::move(files), name));
    Status opened = reader->OpenNext();
    if (!opened) {
        return opened.error();
    }
    return reader;
}

Status MailReader::OpenNext()
{
    const File &file = files_[next_++];
    auto source = OpenBytes(file.path, file.name);
    if (!source) {
        return source.error();
    }
    source_ = *std::move(source);
    splitter_ = std::make_unique<MboxSplitter>(*source_, file.name);
    return Ok();
}

Result<std::optional<Mail>> MailReader::Next()
{
    while (ready_.empty()) {
        Result<std::optional<MboxPart>> part = splitter_->Next();
        if (!part) {
            return part.error();
        }
        if (!*part && next_ == files_.size()) {
            return any_ ? Result<std::optional<Mail>>(std::optional<Mail>())
                        : EmptyInput(name_);
        }
        if (!*part) {
            Status opened = OpenNext();
            if (!opened) {
                return opened.error();
            }
            continue;
        }
        if (IsBlankText((*part)->text)) {
            continue;
        }
        any_ = true;
        Status decoded = DecodePart(**part, files_[next_ - 1].name, &ready_);
        if (!decoded) {
            return decoded.error();
        }
    }
    std::optional<Mail> mail(std::move(ready_.front()));
    ready_.pop_front();
    return mail;
}

std::size_t MailReader::position() const
{
    return files_.size() > 1 ? next_ : source_->position();
}

std::size_t MailReader::size() const
{
    return files_.size() > 1 ? files_.size() : source_->size();
}

}  // namespace laio
