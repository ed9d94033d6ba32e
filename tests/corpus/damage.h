// What happens to patches on their way: fifteen kinds of damage, and any of
// them one after another.

#ifndef TESTS_CORPUS_DAMAGE_H
#define TESTS_CORPUS_DAMAGE_H

#include <string>
#include <string_view>
#include <vector>

#include "tests/corpus/corpus_mail.h"

namespace laio {

struct Damage {
    std::string_view kind;  // "M4"
    std::string_view name;  // "quoted"
    std::string_view what;  // in a few words
    // Later stages damage what earlier ones made, as on a mail's way: what its
    // author did, the replies, the transport.
    int stage = 0;
    // What comes out is not meant to be recovered, but to be refused.
    bool refused = false;
    void (*apply)(CorpusMail *mail, Random *random) = nullptr;
};

// All kinds that happen to a text; a drifted tree (M15) does not.
const std::vector<Damage> &AllDamages();

// The damage of that name, or nullptr.
const Damage *FindDamage(std::string_view name);

// Applies them in the order of their stages.
// Returns:  the bytes that arrive.
std::string DamagedMail(CorpusMail mail, std::vector<const Damage *> damages,
                        Random *random);

// So many different kinds that may happen to one mail, none of which is to be
// refused.
std::vector<const Damage *> ChooseDamages(int count, Random *random);

}  // namespace laio

#endif  // TESTS_CORPUS_DAMAGE_H
