// What a change only writes down for its own project.

#ifndef TOOLS_PORT_OWN_MEMBERS_H
#define TOOLS_PORT_OWN_MEMBERS_H

#include <set>
#include <string>

namespace laio::port {

// Members that both versions of a change know and the target does not: it
// keeps no such account, and the change does not bring it.
std::set<std::string> OwnMembers(const std::string &before,
                                 const std::string &after,
                                 const std::string &target);

// `text` without the statements that do nothing but set one of `members`:
// `x->m = e;` and `x->m++;`, where `e` calls nothing.
std::string WithoutSetting(const std::string &text,
                           const std::set<std::string> &members);

// `text` without the functions that only ours has a task for (IDIOMS.md).
std::string WithoutOwnFunctions(const std::string &text);

}  // namespace laio::port

#endif  // TOOLS_PORT_OWN_MEMBERS_H
