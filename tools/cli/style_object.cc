#include "tools/cli/style_object.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "tools/cli/style_mend.h"
#include "tools/git/tree.h"
#include "tools/patch/apply.h"
#include "tools/patch/parse.h"
#include "tools/subject/object_sections.h"

namespace laio {
namespace {

// What the patch starts from, by the ids that it names or as in HEAD.
Result<MemoryTree> FilesBefore(const Patch &patch, const Tree &tree)
{
    MemoryTree before;
    for (const FilePatch &file : patch.files) {
        Result<std::optional<FoundBlob>> blob =
            tree.FindBlob(file.old_id, file.old_path);
        if (blob.ok() && *blob) {
            before.Put(file.old_path, (*blob)->content);
            continue;
        }
        Result<std::optional<TreeFile>> now = tree.Read(file.old_path);
        if (now.ok() && *now) {
            before.Put(file.old_path, (*now)->content);
        }
    }
    return before;
}

Result<std::vector<FileChange>> Apply(const std::string &text,
                                      const StyleInput &input,
                                      const Tree &tree)
{
    Result<Patch> patch = ParsePatch(text, input.name);
    if (!patch.ok()) {
        return patch.error();
    }
    Result<MemoryTree> before = FilesBefore(*patch, tree);
    return before.ok() ? ApplyToMemory({*patch}, *before) : before.error();
}

Result<std::string> ReadObject(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return EnvironmentError("cannot read " + file.string());
    }
    return std::string(std::istreambuf_iterator<char>(in), {});
}

// In front of a source; what follows it keeps the numbers of its lines.
constexpr const char *kNoLineNumbers =
    "#undef __LINE__\n#define __LINE__ 0\n#line 1\n";

ObjectVerdict Unknown(const Error &error)
{
    return {std::nullopt, error.message};
}

}  // namespace

Result<std::vector<SourcePair>> FindSources(
    const Session &session, const StyleCommandOptions &options,
    const StyleInput &input, const FixResult &fixed)
{
    if (input.is_file) {
        return std::vector<SourcePair>{{input.name, input.text, fixed.text}};
    }
    auto repository =
        GitRepository::Open(TreeFolder(session, options).string());
    if (!repository.ok()) {
        return repository.error();
    }
    auto tree = (*repository)->At("HEAD");
    if (!tree.ok()) {
        return tree.error();
    }
    auto written = Apply(input.text, input, **tree);
    auto mended = Apply(fixed.text, input, **tree);
    if (!written.ok() || !mended.ok()) {
        return written.ok() ? mended.error() : written.error();
    }
    std::vector<SourcePair> pairs;
    for (size_t i = 0; i < std::min(written->size(), mended->size()); ++i) {
        const FileChange &one = (*written)[i];
        const FileChange &other = (*mended)[i];
        if (one.after && other.after && *one.after != *other.after) {
            pairs.push_back({one.path, *one.after, *other.after});
        }
    }
    return pairs;
}

// The bench is made when it is needed first, and an empty folder in it.
Result<std::filesystem::path> ObjectComparer::Prepare(Language language)
{
    std::lock_guard lock(mutex_);
    if (failed_) {
        return *failed_;
    }
    if (!bench_) {
        Result<std::unique_ptr<Workbench>> bench =
            Workbench::Open(session_, "style");
        if (!bench.ok()) {
            failed_ = bench.error();
            return *failed_;
        }
        bench_ = *std::move(bench);
    }
    Status ready = bench_->NeedSandbox();
    if (ready.ok()) {
        ready = bench_->NeedCompiler(language);
    }
    if (!ready.ok()) {
        failed_ = ready.error();
        return *failed_;
    }
    return bench_->NewFolder();
}

Result<ObjectComparer::Sections> ObjectComparer::CompileOne(
    const std::string &path, const std::string &text)
{
    Source source{path, kNoLineNumbers + text};
    Result<std::filesystem::path> folder = Prepare(source.language());
    if (!folder.ok()) {
        return folder.error();
    }
    Result<Compiled> compiled = bench_->CompileIn(*folder, source);
    if (!compiled.ok()) {
        return compiled.error();
    }
    if (!compiled->ok) {
        return BadInput("it does not compile by itself");
    }
    Result<std::string> object = ReadObject(compiled->object);
    return object.ok() ? ReadObjectSections(*object) : object.error();
}

ObjectVerdict ObjectComparer::Compare(const SourcePair &pair)
{
    Result<Sections> written = CompileOne(pair.path, pair.written);
    if (!written.ok()) {
        return Unknown(written.error());
    }
    Result<Sections> mended = CompileOne(pair.path, pair.mended);
    if (!mended.ok()) {
        return {false, mended.error().message};
    }
    return {*written == *mended, ""};
}

FixResult TakeBackUntilSame(const StyleInput &input, const FixResult &fixed,
                            StyleOptions style, const ObjectCheck &check)
{
    style.unmended = fixed.token_rules;
    FixResult best = MendText(input, style);
    for (const std::string &rule : fixed.token_rules) {
        StyleOptions with = style;
        with.unmended.erase(std::find(with.unmended.begin(),
                                      with.unmended.end(), rule));
        FixResult more = MendText(input, with);
        if (check(more).same.value_or(false)) {
            best = std::move(more);
            style = std::move(with);
        }
    }
    for (const Finding &finding : best.after.findings) {
        bool taken_back = std::count(style.unmended.begin(),
                                     style.unmended.end(), finding.rule) > 0;
        if (taken_back) {
            best.dropped.push_back({finding.file, finding.line, finding.rule,
                                    "the compiled object would change"});
        }
    }
    return best;
}

}  // namespace laio
