/*
 * Intrusive lists: the links are members of the items, nothing is allocated.
 *
 *   QLIST     doubly linked, one-word head; removal without the head
 *   QSLIST    singly linked, one-word head
 *   QSIMPLEQ  singly linked queue with a tail
 *   QTAILQ    doubly linked queue with a tail
 *
 * A list has no lock: the owner of the head says which thread may touch it.
 * In each macro `head` is a pointer to the head, `item` a pointer to an item
 * and `link` the name of the ENTRY member. Arguments are evaluated more than
 * once.
 */

#ifndef QEMU_QUEUE_H
#define QEMU_QUEUE_H

#include <stddef.h>

/* QLIST: le_prev is the pointer that points to the item. */

#define QLIST_HEAD(name, type) struct name { struct type *lh_first; }
#define QLIST_HEAD_INITIALIZER(head) { NULL }
#define QLIST_ENTRY(type) \
    struct { struct type *le_next; struct type **le_prev; }

#define QLIST_FIRST(head) ((head)->lh_first)
#define QLIST_NEXT(item, link) ((item)->link.le_next)
#define QLIST_EMPTY(head) (!QLIST_FIRST(head))
#define QLIST_IS_INSERTED(item, link) ((item)->link.le_prev != NULL)
#define QLIST_INIT(head) ((void)(QLIST_FIRST(head) = NULL))

/* Puts `item` where `*slot` points, before what was there. */
#define QLIST_PUT_(slot, item, link) do {                                   \
    __typeof__(*(item)) **slot_ = (slot), *item_ = (item);                  \
    item_->link.le_next = *slot_;                                           \
    item_->link.le_prev = slot_;                                            \
    if (*slot_) {                                                           \
        (*slot_)->link.le_prev = &item_->link.le_next;                      \
    }                                                                       \
    *slot_ = item_;                                                         \
} while (0)

#define QLIST_INSERT_HEAD(head, item, link) \
    QLIST_PUT_(&QLIST_FIRST(head), item, link)
#define QLIST_INSERT_AFTER(before, item, link) \
    QLIST_PUT_(&QLIST_NEXT(before, link), item, link)
#define QLIST_INSERT_BEFORE(after, item, link) \
    QLIST_PUT_((after)->link.le_prev, item, link)

#define QLIST_REMOVE(item, link) do {                                       \
    __typeof__(*(item)) *gone_ = (item);                                    \
    *gone_->link.le_prev = gone_->link.le_next;                             \
    if (gone_->link.le_next) {                                              \
        gone_->link.le_next->link.le_prev = gone_->link.le_prev;            \
    }                                                                       \
    gone_->link.le_next = NULL;                                             \
    gone_->link.le_prev = NULL;                                             \
} while (0)
#define QLIST_SAFE_REMOVE(item, link) do {                                  \
    if (QLIST_IS_INSERTED(item, link)) {                                    \
        QLIST_REMOVE(item, link);                                           \
    }                                                                       \
} while (0)

#define QLIST_FOREACH(var, head, link) \
    for ((var) = QLIST_FIRST(head); (var); (var) = QLIST_NEXT(var, link))
/* The body may remove and free `var`. */
#define QLIST_FOREACH_SAFE(var, head, link, after)                          \
    for ((var) = QLIST_FIRST(head);                                         \
         (var) && ((after) = QLIST_NEXT(var, link), 1);                     \
         (var) = (after))

/* QSLIST */

#define QSLIST_HEAD(name, type) struct name { struct type *slh_first; }
#define QSLIST_HEAD_INITIALIZER(head) { NULL }
#define QSLIST_ENTRY(type) struct { struct type *sle_next; }

#define QSLIST_FIRST(head) ((head)->slh_first)
#define QSLIST_NEXT(item, link) ((item)->link.sle_next)
#define QSLIST_EMPTY(head) (!QSLIST_FIRST(head))
#define QSLIST_INIT(head) ((void)(QSLIST_FIRST(head) = NULL))
#define QSLIST_INSERT_HEAD(head, item, link) \
    ((void)(QSLIST_NEXT(item, link) = QSLIST_FIRST(head), \
            QSLIST_FIRST(head) = (item)))
#define QSLIST_INSERT_AFTER(before, item, link) \
    ((void)(QSLIST_NEXT(item, link) = QSLIST_NEXT(before, link), \
            QSLIST_NEXT(before, link) = (item)))
#define QSLIST_REMOVE_HEAD(head, link) do {                                 \
    __typeof__(QSLIST_FIRST(head)) gone_ = QSLIST_FIRST(head);              \
    QSLIST_FIRST(head) = QSLIST_NEXT(gone_, link);                          \
    QSLIST_NEXT(gone_, link) = NULL;                                        \
} while (0)
#define QSLIST_FOREACH(var, head, link) \
    for ((var) = QSLIST_FIRST(head); (var); (var) = QSLIST_NEXT(var, link))
#define QSLIST_FOREACH_SAFE(var, head, link, after)                         \
    for ((var) = QSLIST_FIRST(head);                                        \
         (var) && ((after) = QSLIST_NEXT(var, link), 1);                    \
         (var) = (after))

/* QSIMPLEQ: sqh_last is the NULL pointer at the end. */

#define QSIMPLEQ_HEAD(name, type) \
    struct name { struct type *sqh_first; struct type **sqh_last; }
#define QSIMPLEQ_HEAD_INITIALIZER(head) { NULL, &(head).sqh_first }
#define QSIMPLEQ_ENTRY(type) struct { struct type *sqe_next; }

#define QSIMPLEQ_FIRST(head) ((head)->sqh_first)
#define QSIMPLEQ_NEXT(item, link) ((item)->link.sqe_next)
#define QSIMPLEQ_EMPTY(head) (!QSIMPLEQ_FIRST(head))
#define QSIMPLEQ_INIT(head) \
    ((void)((head)->sqh_last = &QSIMPLEQ_FIRST(head), \
            QSIMPLEQ_FIRST(head) = NULL))

/* Puts `item` where `*slot` points; a NULL there was the end. */
#define QSIMPLEQ_PUT_(head, slot, item, link) do {                          \
    __typeof__((head)->sqh_last) slot_ = (slot);                            \
    QSIMPLEQ_NEXT(item, link) = *slot_;                                     \
    if (!*slot_) {                                                          \
        (head)->sqh_last = &QSIMPLEQ_NEXT(item, link);                      \
    }                                                                       \
    *slot_ = (item);                                                        \
} while (0)
#define QSIMPLEQ_INSERT_HEAD(head, item, link) \
    QSIMPLEQ_PUT_(head, &QSIMPLEQ_FIRST(head), item, link)
#define QSIMPLEQ_INSERT_TAIL(head, item, link) \
    QSIMPLEQ_PUT_(head, (head)->sqh_last, item, link)
#define QSIMPLEQ_INSERT_AFTER(head, before, item, link) \
    QSIMPLEQ_PUT_(head, &QSIMPLEQ_NEXT(before, link), item, link)

/* Takes out the item where `*slot` points. */
#define QSIMPLEQ_TAKE_(head, slot, link) do {                               \
    __typeof__((head)->sqh_last) slot_ = (slot);                            \
    __typeof__(*slot_) gone_ = *slot_;                                      \
    *slot_ = QSIMPLEQ_NEXT(gone_, link);                                    \
    if (!*slot_) {                                                          \
        (head)->sqh_last = slot_;                                           \
    }                                                                       \
    QSIMPLEQ_NEXT(gone_, link) = NULL;                                      \
} while (0)
#define QSIMPLEQ_REMOVE_HEAD(head, link) \
    QSIMPLEQ_TAKE_(head, &QSIMPLEQ_FIRST(head), link)
#define QSIMPLEQ_REMOVE(head, item, type, link) do {                        \
    struct type **at_ = &QSIMPLEQ_FIRST(head), *which_ = (item);            \
    while (*at_ != which_) {                                                \
        at_ = &QSIMPLEQ_NEXT(*at_, link);                                   \
    }                                                                       \
    QSIMPLEQ_TAKE_(head, at_, link);                                        \
} while (0)

/* Moves the items from the first to `item` into `taken`, which it inits. */
#define QSIMPLEQ_SPLIT_AFTER(head, item, link, taken) do {                  \
    __typeof__((head)->sqh_first) cut_ = (item);                            \
    (taken)->sqh_first = QSIMPLEQ_FIRST(head);                              \
    (taken)->sqh_last = &QSIMPLEQ_NEXT(cut_, link);                         \
    if ((head)->sqh_last == (taken)->sqh_last) {                            \
        (head)->sqh_last = &QSIMPLEQ_FIRST(head);                           \
    }                                                                       \
    QSIMPLEQ_FIRST(head) = QSIMPLEQ_NEXT(cut_, link);                       \
    QSIMPLEQ_NEXT(cut_, link) = NULL;                                       \
} while (0)

/* Moves everything in `from` behind what `head` has. */
#define QSIMPLEQ_CONCAT(head, from) do {                                    \
    if (!QSIMPLEQ_EMPTY(from)) {                                            \
        *(head)->sqh_last = QSIMPLEQ_FIRST(from);                           \
        (head)->sqh_last = (from)->sqh_last;                                \
        QSIMPLEQ_INIT(from);                                                \
    }                                                                       \
} while (0)

#define QSIMPLEQ_FOREACH(var, head, link) \
    for ((var) = QSIMPLEQ_FIRST(head); (var); (var) = QSIMPLEQ_NEXT(var, link))
#define QSIMPLEQ_FOREACH_SAFE(var, head, link, after)                       \
    for ((var) = QSIMPLEQ_FIRST(head);                                      \
         (var) && ((after) = QSIMPLEQ_NEXT(var, link), 1);                  \
         (var) = (after))

/* QTAILQ: tqh_last is the NULL pointer at the end, as for QSIMPLEQ. */

#define QTAILQ_HEAD(name, type) \
    struct name { struct type *tqh_first; struct type **tqh_last; }
#define QTAILQ_HEAD_INITIALIZER(head) { NULL, &(head).tqh_first }
#define QTAILQ_ENTRY(type) \
    struct { struct type *tqe_next; struct type **tqe_prev; }

#define QTAILQ_FIRST(head) ((head)->tqh_first)
#define QTAILQ_NEXT(item, link) ((item)->link.tqe_next)
#define QTAILQ_EMPTY(head) (!QTAILQ_FIRST(head))
#define QTAILQ_IN_USE(item, link) ((item)->link.tqe_prev != NULL)
#define QTAILQ_INIT(head) \
    ((void)((head)->tqh_last = &QTAILQ_FIRST(head), \
            QTAILQ_FIRST(head) = NULL))

/* The pointer that the item behind `item`, or else the head, turns back to. */
#define QTAILQ_BACK_(head, item, link)                                      \
    (*(QTAILQ_NEXT(item, link) ? &QTAILQ_NEXT(item, link)->link.tqe_prev    \
                               : &(head)->tqh_last))
#define QTAILQ_PUT_(head, slot, item, link) do {                            \
    __typeof__((head)->tqh_last) slot_ = (slot);                            \
    QTAILQ_NEXT(item, link) = *slot_;                                       \
    (item)->link.tqe_prev = slot_;                                          \
    QTAILQ_BACK_(head, item, link) = &QTAILQ_NEXT(item, link);              \
    *slot_ = (item);                                                        \
} while (0)
#define QTAILQ_INSERT_HEAD(head, item, link) \
    QTAILQ_PUT_(head, &QTAILQ_FIRST(head), item, link)
#define QTAILQ_INSERT_TAIL(head, item, link) \
    QTAILQ_PUT_(head, (head)->tqh_last, item, link)
#define QTAILQ_INSERT_AFTER(head, before, item, link) \
    QTAILQ_PUT_(head, &QTAILQ_NEXT(before, link), item, link)
#define QTAILQ_REMOVE(head, item, link) do {                                \
    __typeof__((head)->tqh_first) gone_ = (item);                           \
    *gone_->link.tqe_prev = QTAILQ_NEXT(gone_, link);                       \
    QTAILQ_BACK_(head, gone_, link) = gone_->link.tqe_prev;                 \
    QTAILQ_NEXT(gone_, link) = NULL;                                        \
    gone_->link.tqe_prev = NULL;                                            \
} while (0)

#define QTAILQ_FOREACH(var, head, link) \
    for ((var) = QTAILQ_FIRST(head); (var); (var) = QTAILQ_NEXT(var, link))
#define QTAILQ_FOREACH_SAFE(var, head, link, after)                         \
    for ((var) = QTAILQ_FIRST(head);                                        \
         (var) && ((after) = QTAILQ_NEXT(var, link), 1);                    \
         (var) = (after))

#endif /* QEMU_QUEUE_H */
