// The mail that git am takes.

#ifndef TOOLS_PATCH_PATCH_TEXT_H
#define TOOLS_PATCH_PATCH_TEXT_H

#include "tools/patch/salvage.h"

namespace laio {

// Makes up what a mail must have and this one lacks, noting it, and writes
// the patch's text, if a file of it was recovered.
void WritePatchText(SalvageResult *result);

}  // namespace laio

#endif  // TOOLS_PATCH_PATCH_TEXT_H
