// A whole change - message, author, files - brought to another version.

#ifndef TOOLS_PORT_PORT_CHANGE_H
#define TOOLS_PORT_PORT_CHANGE_H

#include <map>
#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/git/commit_range.h"
#include "tools/git/tree.h"
#include "tools/port/port_file.h"

namespace laio::port {

struct PortedPath {
    std::string path;         // in the target; where it was if not there
    std::string source_path;  // in the change
    std::vector<PortedHunk> hunks;
};

struct PortedChange {
    std::vector<PortedPath> files;
    std::map<std::string, std::string> after;  // of what was changed, by path
    std::string mail;  // what `git am` takes; empty when nothing was ported

    bool Complete() const;      // nothing is left to do by hand
    bool AlreadyThere() const;  // and nothing had to be done
};

// Ports every file of `change` that `target` has a counterpart of.
//
//   change  `id` is empty when it is no commit of anything
//   target  read, never written
// Returns:  an Error when the target cannot be read.
Result<PortedChange> PortChange(const RangeCommit &change, const Tree &target);

// The line that says where a change is from: as QEMU's stable trees have it
// for a commit of the same project, else in words of the same form.
//
//   translated  it was written for the other project, in the other language
std::string OriginLine(const RangeCommit &change, bool translated);

// Puts `note` below the `---` of a mail that PortChange() made.
std::string WithNote(const std::string &mail, const std::string &note);

}  // namespace laio::port

#endif  // TOOLS_PORT_PORT_CHANGE_H
