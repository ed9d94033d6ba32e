// Where a change goes in a text that is not the one it was made for.

#ifndef TOOLS_PORT_PLACE_H
#define TOOLS_PORT_PLACE_H

#include <map>
#include <span>
#include <string>
#include <vector>

#include "tools/port/edits.h"
#include "tools/port/lexer.h"

namespace laio::port {

enum class State { kPorted, kAlready, kManual };

const char *StateName(State state);  // "ported", "already", "manual"

// A part of the target: tokens [begin, end), often one unit.
struct Range {
    size_t begin = 0;
    size_t end = 0;
};

struct Place {
    State state = State::kManual;
    std::string reason;  // of kManual; else how the place was found, or empty
    // Tokens of the target that go; what comes stands before `end`.
    size_t begin = 0;
    size_t end = 0;
    // Whether the neighbours of the change are those of the place.
    bool same_before = false;
    bool same_after = false;
};

// A unit before and after the change, and its like in the target. Tokens of
// `a` and `b` have the names of the target already.
struct Units {
    const LexedText &a;
    const LexedText &b;
    const LexedText &c;
    Range a_unit;
    Range b_unit;
    Range c_unit;
    // Functions of the target that the text before does not have: code may
    // have moved there.
    std::vector<Range> elsewhere;
    // What calls of these functions begin with in the target (arguments.h).
    std::map<std::string, std::string> first_arguments;
};

// Finds the places of the changes of one unit.
class Placer {
 public:
    explicit Placer(const Units &units);

    // By the alignment of the units, else by the tokens around it.
    Place Find(const Edit &edit) const;

    // Of statements that come together, the first or the last ones may be
    // there already. Leaves the others in `edit`.
    //
    // Returns:  where those go; state is kManual, and `edit` as it was, when
    //           none is there or all are.
    Place FindRest(Edit &edit) const;

    // For what comes where the code around it is another one there: by the
    // shape of the function.
    Place FindAnchor(const Edit &edit) const;

    // In any other part of the target, by the tokens around it alone; for
    // code that stands in another function there.
    Place FindIn(const Edit &edit, Range range) const;

    // Index in the target of a token of `a`, or -1.
    int InTarget(size_t a_index) const;

 private:
    bool IsAlready(const Edit &edit) const;
    Place ByAlignment(const Edit &edit) const;
    bool IsKnown(size_t a_index, size_t c_index) const;
    Place InsertAtOneSide(const Edit &edit, Place place, int before,
                          int after) const;
    Place AmongMembers(const Edit &edit) const;
    Place AtEndOfFunction(const Edit &edit) const;
    Place AtEndOfHead(const Edit &edit) const;
    size_t BehindComment(size_t c_index) const;
    int RunBefore(size_t a_index, size_t c_index, Range range) const;
    int RunAfter(size_t a_index, size_t c_index, Range range) const;
    int BInTarget(size_t b_index) const;
    bool IsThere(size_t b_begin, size_t b_end, int c_index) const;

    Units units_;
    std::vector<int> a_to_c_;
    std::vector<int> b_to_c_;
};

}  // namespace laio::port

#endif  // TOOLS_PORT_PLACE_H
