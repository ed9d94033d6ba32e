// Addresses as web archives write them, to hide them from machines.

#ifndef TOOLS_MAIL_MASKED_ADDRESS_H
#define TOOLS_MAIL_MASKED_ADDRESS_H

#include <string>

namespace laio {

// "<ann at example.org>" and "<ann () example ! org>" as "<ann@example.org>".
// What is not between angle brackets is prose.
//
// Returns:  whether there was one.
bool UnmaskAddresses(std::string *text);

// The same without brackets, in the lines from the first diff on: for a page
// that is known to mask addresses. A file's name is none.
void UnmaskBareAddresses(std::string *text);

// The same for an author, whose address may stand without brackets:
// "Ann Author ann at example.org".
std::string UnmaskAuthor(std::string author);

}  // namespace laio

#endif  // TOOLS_MAIL_MASKED_ADDRESS_H
