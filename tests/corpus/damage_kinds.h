// The functions behind the table of damages; each changes a mail as one kind
// of program or person does, in a variant that the seed chooses.

#ifndef TESTS_CORPUS_DAMAGE_KINDS_H
#define TESTS_CORPUS_DAMAGE_KINDS_H

#include "tests/corpus/corpus_mail.h"

namespace laio {

// Transport.
void EncodeForTransport(CorpusMail *mail, Random *random);
void ChangeLineEnds(CorpusMail *mail, Random *random);
void FlowText(CorpusMail *mail, Random *random);

// Replies.
void QuoteText(CorpusMail *mail, Random *random);
void QuoteWithComments(CorpusMail *mail, Random *random);
void TrimQuote(CorpusMail *mail, Random *random);
void WrapLines(CorpusMail *mail, Random *random);

// Blanks.
void StripTrailingBlanks(CorpusMail *mail, Random *random);
void ConfuseTabs(CorpusMail *mail, Random *random);
void LoseIndents(CorpusMail *mail, Random *random);
void CollapseBlanks(CorpusMail *mail, Random *random);
void Flatten(CorpusMail *mail, Random *random);

// Web pages.
void MakePage(CorpusMail *mail, Random *random);
void MakeHtmlMail(CorpusMail *mail, Random *random);
void MakeMaskedPage(CorpusMail *mail, Random *random);
void UseTypography(CorpusMail *mail, Random *random);

// Hand-made patches.
void MiscountHunk(CorpusMail *mail, Random *random);
void MisplaceHunk(CorpusMail *mail, Random *random);
void DropAddedLine(CorpusMail *mail, Random *random);
void DoubleAddedLine(CorpusMail *mail, Random *random);

}  // namespace laio

#endif  // TESTS_CORPUS_DAMAGE_KINDS_H
