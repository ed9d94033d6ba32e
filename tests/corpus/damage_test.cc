#include "tests/corpus/damage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace laio {
namespace {

constexpr std::string_view kFormatPatch =
    R"(From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001
From: An Author <an.author@example.org>
Date: Tue, 12 Jul 2016 17:25:00 +0000
Subject: [PATCH] queue: a "subject" that is so long that it is folded into
 two lines
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit

See http://example.org/a?b=c for why, by <another.one@example.org>.

---
 queue.c | 3 ++-
 1 file changed, 2 insertions(+), 1 deletion(-)

diff --git a/queue.c b/queue.c
index 1111111..2222222 100644
--- a/queue.c
+++ b/queue.c
@@ -1,5 +1,6 @@ int queue_add(Queue *q, Request *req, int flags, int a, int b)
 {
)" "\n"
    R"(-        if (i-- && a > b)   { return "x"; }
+        if (i-- && a > b && some_other_condition(queue, request) == 0) {
+        )" "\t" R"(return 'x';
     }
 }
)" "\n-- \n2.39.5\n";

std::string Damaged(const Damage &damage, std::uint64_t seed)
{
    Random random(seed);
    return DamagedMail(ReadFormatPatch(kFormatPatch), {&damage}, &random);
}

TEST(Damage, SameSeedGivesTheSameMail)
{
    for (const Damage &damage : AllDamages()) {
        EXPECT_EQ(Damaged(damage, 7), Damaged(damage, 7)) << damage.name;
    }
}

TEST(Damage, EveryKindChangesTheMail)
{
    std::string clean = Wire(ReadFormatPatch(kFormatPatch));
    for (const Damage &damage : AllDamages()) {
        int changed = 0;
        for (int seed = 0; seed < 20; seed++) {
            changed += Damaged(damage, seed) != clean;
        }
        EXPECT_GE(changed, 10) << damage.name;
    }
}

TEST(Damage, EveryKindHasVariantsOrIsAlwaysTheSame)
{
    for (std::string_view name : {"quoted", "wrapped", "tabs", "line-ends"}) {
        std::set<std::string> mails;
        for (int seed = 0; seed < 40; seed++) {
            mails.insert(Damaged(*FindDamage(name), seed));
        }
        EXPECT_GE(mails.size(), 3u) << name;
    }
}

TEST(Damage, NamesAreUniqueAndFifteenKindsButDriftAreThere)
{
    std::set<std::string_view> names;
    std::set<std::string_view> kinds;
    for (const Damage &damage : AllDamages()) {
        EXPECT_TRUE(names.insert(damage.name).second) << damage.name;
        kinds.insert(damage.kind);
    }
    EXPECT_EQ(kinds.size(), 14u);
}

TEST(Damage, ComposedKindsHappenAtDifferentStages)
{
    for (int seed = 0; seed < 50; seed++) {
        Random random(seed);
        std::vector<const Damage *> chosen = ChooseDamages(3, &random);
        EXPECT_NE(chosen[0]->stage, chosen[1]->stage);
        EXPECT_NE(chosen[1]->stage, chosen[2]->stage);
        EXPECT_NE(chosen[0]->stage, chosen[2]->stage);
    }
}

TEST(Damage, FlatMailHasOneLineOfBody)
{
    std::string mail = Damaged(*FindDamage("flattened"), 1);
    EXPECT_NE(mail.find("> diff --git a/queue.c b/queue.c > index"),
              std::string::npos);
}

TEST(Damage, OneAddedLineIsMissing)
{
    std::string clean = Wire(ReadFormatPatch(kFormatPatch));
    std::string mail = Damaged(*FindDamage("line-missing"), 1);
    EXPECT_EQ(LinesOf(mail).size() + 1, LinesOf(clean).size());
    EXPECT_NE(mail.find("@@ -1,5 +1,6 @@"), std::string::npos);
}

TEST(ClassifyLines, TellsHunksFromTheSignature)
{
    std::vector<std::string> lines =
        LinesOf(ReadFormatPatch(kFormatPatch).body);
    std::vector<BodyLine> kinds = ClassifyLines(lines);
    int added = int(std::count(kinds.begin(), kinds.end(), BodyLine::kAdded));
    EXPECT_EQ(added, 2);
    EXPECT_EQ(kinds.back(), BodyLine::kText);
    EXPECT_EQ(lines[lines.size() - 2], "-- ");
}

}  // namespace
}  // namespace laio
