#include "qemu/queue.h"

#include <gtest/gtest.h>

#include <iterator>
#include <list>
#include <random>
#include <string>

namespace {

struct Item {
    Item(char name = '?') : name(name) {}

    char name;
    QLIST_ENTRY(Item) list;
    QSLIST_ENTRY(Item) slist;
    QSIMPLEQ_ENTRY(Item) simpleq;
    QTAILQ_ENTRY(Item) tailq;
};

// The four kinds under one shape, for a random walk beside a std::list.

struct List {
    QLIST_HEAD(, Item) head = QLIST_HEAD_INITIALIZER(head);
    void InsertHead(Item *item) { QLIST_INSERT_HEAD(&head, item, list); }
    void InsertAfter(Item *at, Item *item)
    {
        QLIST_INSERT_AFTER(at, item, list);
    }
    void Remove(Item *item) { QLIST_REMOVE(item, list); }
    std::string Names()
    {
        std::string names;
        Item *item;
        QLIST_FOREACH(item, &head, list)
        {
            names += item->name;
        }
        return names;
    }
};

struct SimpleQueue {
    QSIMPLEQ_HEAD(, Item) head = QSIMPLEQ_HEAD_INITIALIZER(head);
    void InsertHead(Item *item) { QSIMPLEQ_INSERT_HEAD(&head, item, simpleq); }
    void InsertTail(Item *item) { QSIMPLEQ_INSERT_TAIL(&head, item, simpleq); }
    void InsertAfter(Item *at, Item *item)
    {
        QSIMPLEQ_INSERT_AFTER(&head, at, item, simpleq);
    }
    void Remove(Item *item) { QSIMPLEQ_REMOVE(&head, item, Item, simpleq); }
    std::string Names()
    {
        std::string names;
        Item *item;
        QSIMPLEQ_FOREACH(item, &head, simpleq)
        {
            names += item->name;
        }
        return names;
    }
};

struct TailQueue {
    QTAILQ_HEAD(, Item) head = QTAILQ_HEAD_INITIALIZER(head);
    void InsertHead(Item *item) { QTAILQ_INSERT_HEAD(&head, item, tailq); }
    void InsertTail(Item *item) { QTAILQ_INSERT_TAIL(&head, item, tailq); }
    void InsertAfter(Item *at, Item *item)
    {
        QTAILQ_INSERT_AFTER(&head, at, item, tailq);
    }
    void Remove(Item *item) { QTAILQ_REMOVE(&head, item, tailq); }
    std::string Names()
    {
        std::string names;
        Item *item;
        QTAILQ_FOREACH(item, &head, tailq)
        {
            names += item->name;
        }
        return names;
    }
};

template <typename Kind>
class QueueTest : public testing::Test {};

using Kinds = testing::Types<List, SimpleQueue, TailQueue>;
TYPED_TEST_SUITE(QueueTest, Kinds);

TYPED_TEST(QueueTest, DoesWhatAListDoesInARandomWalk)
{
    std::minstd_rand random(1);
    TypeParam queue;
    std::list<Item *> model;
    Item items[8];
    std::list<Item *> outside;
    for (int i = 0; i < 8; i++) {
        items[i].name = static_cast<char>('a' + i);
        outside.push_back(&items[i]);
    }

    for (int step = 0; step < 5000; step++) {
        bool insert = model.empty() || (!outside.empty() && random() % 2);
        auto at = model.begin();
        if (!model.empty()) {
            std::advance(at, random() % model.size());
        }
        if (!insert) {
            queue.Remove(*at);
            outside.push_back(*at);
            model.erase(at);
        } else {
            Item *item = outside.front();
            outside.pop_front();
            unsigned how = model.empty() ? 0 : random() % 3;
            if (how == 1) {
                queue.InsertAfter(*at, item);
                model.insert(std::next(at), item);
            } else if constexpr (requires { queue.InsertTail(item); }) {
                how ? queue.InsertTail(item) : queue.InsertHead(item);
                model.insert(how ? model.end() : model.begin(), item);
            } else {
                queue.InsertHead(item);
                model.push_front(item);
            }
        }
        std::string names;
        for (Item *item : model) {
            names += item->name;
        }
        ASSERT_EQ(queue.Names(), names) << "step " << step;
    }
}

class SimpleQueueTest : public testing::Test {
 protected:
    SimpleQueueTest()
    {
        for (int i = 0; i < 4; i++) {
            items[i].name = static_cast<char>('a' + i);
            queue.InsertTail(&items[i]);
        }
    }
    Item items[4];
    SimpleQueue queue;
};

TEST_F(SimpleQueueTest, SplitAfterMovesTheFrontAndLeavesBothUsable)
{
    SimpleQueue taken;
    Item more[2] = {'x', 'y'};

    QSIMPLEQ_SPLIT_AFTER(&queue.head, &items[1], simpleq, &taken.head);
    queue.InsertTail(&more[0]);
    taken.InsertTail(&more[1]);
    EXPECT_EQ(queue.Names(), "cdx");
    EXPECT_EQ(taken.Names(), "aby");
}

TEST_F(SimpleQueueTest, SplitAfterTheLastMovesAll)
{
    SimpleQueue taken;
    Item more = 'x';

    QSIMPLEQ_SPLIT_AFTER(&queue.head, &items[3], simpleq, &taken.head);
    EXPECT_TRUE(QSIMPLEQ_EMPTY(&queue.head));
    queue.InsertTail(&more);
    EXPECT_EQ(queue.Names(), "x");
    EXPECT_EQ(taken.Names(), "abcd");
}

TEST_F(SimpleQueueTest, ConcatAppendsAndEmpties)
{
    SimpleQueue other;
    Item more = 'x';

    other.InsertTail(&more);
    QSIMPLEQ_CONCAT(&queue.head, &other.head);
    EXPECT_EQ(queue.Names(), "abcdx");
    EXPECT_TRUE(QSIMPLEQ_EMPTY(&other.head));
    QSIMPLEQ_CONCAT(&queue.head, &other.head);
    EXPECT_EQ(queue.Names(), "abcdx");
}

TEST_F(SimpleQueueTest, SafeWalkMayTakeOutEveryItem)
{
    Item *item, *after;

    QSIMPLEQ_FOREACH_SAFE(item, &queue.head, simpleq, after)
    {
        QSIMPLEQ_REMOVE_HEAD(&queue.head, simpleq);
        item->simpleq.sqe_next = item;
    }
    EXPECT_TRUE(QSIMPLEQ_EMPTY(&queue.head));
}

TEST(SingleListTest, LastInFirstOut)
{
    QSLIST_HEAD(, Item) head = QSLIST_HEAD_INITIALIZER(head);
    Item a = 'a', b = 'b', c = 'c';

    QSLIST_INSERT_HEAD(&head, &a, slist);
    QSLIST_INSERT_HEAD(&head, &b, slist);
    QSLIST_INSERT_AFTER(&b, &c, slist);
    std::string names;
    while (!QSLIST_EMPTY(&head)) {
        names += QSLIST_FIRST(&head)->name;
        QSLIST_REMOVE_HEAD(&head, slist);
    }
    EXPECT_EQ(names, "bca");
}

}  // namespace
