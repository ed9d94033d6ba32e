#include "tools/subject/subject.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <system_error>

#include "tools/git/tree.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

Result<Source> ReadSource(const fs::path &file, const std::string &name)
{
    std::error_code error;
    if (fs::is_directory(file, error)) {
        return BadInput(
            fmt::format("cannot read {}: it is a directory", name));
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return BadInput(fmt::format("cannot read {}: {}", name,
                                    std::strerror(errno)));
    }
    return Source{name, std::string(std::istreambuf_iterator<char>(in), {})};
}

// `REV:path` of a tree.
Result<Source> ReadVersion(const std::string &rev, const std::string &path,
                           const fs::path &tree)
{
    Result<std::shared_ptr<GitRepository>> repository =
        GitRepository::Open(tree);
    if (!repository.ok()) {
        return repository.error();
    }
    Result<std::unique_ptr<Tree>> version = (*repository)->At(rev);
    if (!version.ok()) {
        return version.error();
    }
    Result<std::optional<TreeFile>> file = (*version)->Read(path);
    if (!file.ok()) {
        return file.error();
    }
    if (!*file) {
        return BadInput(fmt::format("cannot find {} in {}", path,
                                    (*version)->Describe()));
    }
    return Source{path, std::move((*file)->content)};
}

std::string ShippedNames(const Kit &kit)
{
    std::string names;
    for (const ShippedSubject &shipped : kit.shipped) {
        names += (names.empty() ? "" : ", ") + shipped.name;
    }
    return names;
}

Result<Subject> Named(const std::string &name, Result<Source> source)
{
    if (!source.ok()) {
        return source.error();
    }
    return Subject{name, *std::move(source), {}};
}

}  // namespace

Result<Subject> FindSubject(const std::string &name, const Kit &kit,
                            const SubjectPlaces &places)
{
    for (const ShippedSubject &shipped : kit.shipped) {
        if (shipped.name == name) {
            Result<Subject> subject =
                Named(name, ReadSource(shipped.source, shipped.source_name));
            if (subject.ok()) {
                subject->object = shipped.object;
            }
            return subject;
        }
    }
    std::error_code ignored;
    fs::path file = places.caller / name;
    if (fs::exists(file, ignored)) {
        return Named(name, ReadSource(file, name));
    }
    size_t colon = name.find(':');
    if (colon != std::string::npos && colon > 0) {
        return Named(name, ReadVersion(name.substr(0, colon),
                                       name.substr(colon + 1),
                                       places.tree.empty() ? places.caller
                                                           : places.tree));
    }
    return BadInput(fmt::format(
        "cannot find the subject {}: it is neither shipped ({}) nor a file, "
        "nor REV:path of a tree",
        name, ShippedNames(kit)));
}

}  // namespace laio
