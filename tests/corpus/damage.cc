#include "tests/corpus/damage.h"

#include <algorithm>

#include "tests/corpus/damage_kinds.h"

namespace laio {
namespace {

enum Stage { kByHand, kEditor, kReply, kWrap, kArchive, kFlowed, kWire, kEnds };

}  // namespace

const std::vector<Damage> &AllDamages()
{
    static const std::vector<Damage> kAll = {
        {"M1", "encoded", "quoted-printable, base64, another charset", kWire,
         false, EncodeForTransport},
        {"M2", "line-ends", "CR LF, also inside base64, CR CR LF", kEnds,
         false, ChangeLineEnds},
        {"M3", "flowed", "format=flowed, DelSp, stuffed blanks", kFlowed,
         false, FlowText},
        {"M4", "quoted", "quoted, one to three deep, any mark", kReply, false,
         QuoteText},
        {"M5", "commented", "quoted, remarks between the lines", kReply,
         false, QuoteWithComments},
        {"M6", "trimmed", "quoted, some lines cut out", kReply, true,
         TrimQuote},
        {"M7", "wrapped", "long lines broken at 72, 76 or 80", kWrap, false,
         WrapLines},
        {"M8", "rstripped", "blanks at line ends stripped", kEditor, false,
         StripTrailingBlanks},
        {"M9", "tabs", "tabs for blanks, blanks for tabs, U+00A0", kEditor,
         false, ConfuseTabs},
        {"M10", "indents-lost", "lines without their indent", kEditor, false,
         LoseIndents},
        {"M11", "collapsed", "one blank for a run of them", kArchive, false,
         CollapseBlanks},
        {"M12", "flattened", "quoted, collapsed, no line ends", kArchive,
         false, Flatten},
        {"M13", "page", "an HTML page: entities, links", kArchive, false,
         MakePage},
        {"M13", "html-mail", "an HTML mail, a paragraph for a line", kArchive,
         false, MakeHtmlMail},
        {"M13", "typography", "smart quotes, dashes for --", kArchive, false,
         UseTypography},
        {"M13", "masked", "an HTML page that masks addresses", kArchive, true,
         MakeMaskedPage},
        {"M14", "miscounted", "wrong counts in a hunk's header", kByHand,
         false, MiscountHunk},
        {"M14", "misplaced", "wrong line numbers in a header", kByHand, false,
         MisplaceHunk},
        {"M14", "line-missing", "an added line is gone", kByHand, true,
         DropAddedLine},
        {"M14", "line-doubled", "an added line is there twice", kByHand, true,
         DoubleAddedLine},
    };
    return kAll;
}

const Damage *FindDamage(std::string_view name)
{
    for (const Damage &damage : AllDamages()) {
        if (damage.name == name) {
            return &damage;
        }
    }
    return nullptr;
}

std::string DamagedMail(CorpusMail mail, std::vector<const Damage *> damages,
                        Random *random)
{
    std::stable_sort(damages.begin(), damages.end(),
                     [](const Damage *a, const Damage *b) {
                         return a->stage < b->stage;
                     });
    for (const Damage *damage : damages) {
        damage->apply(&mail, random);
    }
    return Wire(mail);
}

std::vector<const Damage *> ChooseDamages(int count, Random *random)
{
    std::vector<const Damage *> chosen;
    while (int(chosen.size()) < count) {
        const Damage &damage = AllDamages()[random->Below(
            int(AllDamages().size()))];
        bool clashes = std::any_of(
            chosen.begin(), chosen.end(), [&](const Damage *other) {
                return other->stage == damage.stage;
            });
        if (!damage.refused && !clashes) {
            chosen.push_back(&damage);
        }
    }
    return chosen;
}

}  // namespace laio
