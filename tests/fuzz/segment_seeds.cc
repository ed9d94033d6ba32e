// Writes what segment_fuzz starts from: a patch, damaged in every way.

#include <cstdio>
#include <fstream>
#include <string>

#include "tests/corpus/damage.h"
#include "tools/mail/mail.h"

namespace {

constexpr const char *kFile =
    "struct Queue {\n"
    "    int head;\n"
    "    bool plugged;\n"
    "};\n"
    "\n"
    "int queue_add(Queue *q, Request *req)\n"
    "{\n"
    "    if (queue_is_full(q)) {\n"
    "        return -EAGAIN;\n"
    "    }\n"
    "    queue_put(q, req);\n"
    "    return 0;\n"
    "}\n";

// The ids are segment_fuzz's to fill in.
constexpr const char *kMail =
    "From 1 Mon Sep 17 00:00:00 2001\n"
    "From: Ann Author <ann@example.org>\n"
    "Date: Tue, 12 Jul 2016 17:25:00 +0200\n"
    "Subject: [PATCH] queue: let plugging nest\n"
    "\n"
    "Two may plug.\n"
    "---\n"
    "diff --git a/a.c b/a.c\n"
    "index 0ld0ld0..newnewn 100644\n"
    "--- a/a.c\n"
    "+++ b/a.c\n"
    "@@ -1,5 +1,5 @@\n"
    " struct Queue {\n"
    "     int head;\n"
    "-    bool plugged;\n"
    "+    int nested;     /* how often */\n"
    " };\n"
    " \n"
    "@@ -9,5 +9,10 @@ int queue_add(Queue *q, Request *req)\n"
    "         return -EAGAIN;\n"
    "     }\n"
    "     queue_put(q, req);\n"
    "+    if (q->nested == 0 &&\n"
    "+        q->head > 1) {\n"
    "+        queue_kick(q);\n"
    "+    }\n"
    "+\n"
    "     return 0;\n"
    " }\n";

constexpr int kVariants = 4;

}  // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: segment_seeds FOLDER\n");
        return 2;
    }
    for (const laio::Damage &damage : laio::AllDamages()) {
        for (int seed = 0; seed < kVariants; seed++) {
            laio::Random random(seed, damage.name);
            std::string wire = laio::DamagedMail(laio::ReadFormatPatch(kMail),
                                                 {&damage}, &random);
            auto mails = laio::DecodeMail(wire, "seed");
            std::string name = std::string(argv[1]) + "/" +
                               std::string(damage.name) + "-" +
                               std::to_string(seed);
            std::ofstream out(name, std::ios::binary);
            if (!mails || !(out << kFile << "=====\n"
                                << mails->front().body)) {
                fprintf(stderr, "cannot write %s\n", name.c_str());
                return 4;
            }
        }
    }
    return 0;
}
