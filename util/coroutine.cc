// Coroutines: switching stacks, and who entered whom.

#include <algorithm>
#include <boost/context/detail/fcontext.hpp>
#include <vector>

#include "qemu/atomic.h"
#include "qemu/coroutine_int.h"
#include "util/coroutine_stack.h"
#include "util/era.h"
#include "util/fiber_sanitizer.h"

namespace fcontext = boost::context::detail;

namespace {

struct StackCoroutine : Coroutine {
    fcontext::fcontext_t where = nullptr;  // to go on; while switched away
    CoroutineStack stack;                  // none for a thread's leader
    FiberSanitizer sanitizer;
    bool ended = false;
};

// What runs in this thread when no coroutine does.
thread_local StackCoroutine leader;
thread_local StackCoroutine *current = nullptr;

// Not inlined: a function that switched may go on in another thread, where
// the address of a thread-local variable is another one.
[[gnu::noinline]] StackCoroutine *get_current()
{
    asm volatile("");
    return current ? current : &leader;
}

[[gnu::noinline]] void set_current(StackCoroutine *co)
{
    asm volatile("");
    current = co;
}

StackCoroutine *stack_coroutine(Coroutine *co)
{
    return static_cast<StackCoroutine *>(co);
}

// The first thing on the stack that was switched to.
void arrive(fcontext::transfer_t transfer, StackCoroutine *here)
{
    auto *from = static_cast<StackCoroutine *>(transfer.data);

    from->where = transfer.fctx;
    fiber_switch_ended(&from->sanitizer, &here->sanitizer);
}

// Returns when something switches back to `from`.
void switch_to(StackCoroutine *from, StackCoroutine *to)
{
    set_current(to);
    fiber_switch_starts(&from->sanitizer, &to->sanitizer);
    arrive(fcontext::jump_fcontext(to->where, from), from);
}

void back_to_caller(StackCoroutine *self)
{
    StackCoroutine *caller = stack_coroutine(self->caller);

    self->caller = nullptr;
    switch_to(self, caller);
}

void coroutine_main(fcontext::transfer_t transfer)
{
    StackCoroutine *self = get_current();

    arrive(transfer, self);
    for (;;) {  // a life each
        self->entry(self->entry_arg);
        self->ended = true;
        back_to_caller(self);
    }
}

StackCoroutine *coroutine_new()
{
    auto *co = new StackCoroutine();

    co->stack = coroutine_stack_map();
    co->where = fcontext::make_fcontext(co->stack.bottom + co->stack.size,
                                        co->stack.size, coroutine_main);
    fiber_created(&co->sanitizer, co->stack.bottom, co->stack.size);
    return co;
}

void coroutine_free(StackCoroutine *co)
{
    fiber_destroyed(&co->sanitizer);
    coroutine_stack_unmap(co->stack);
    delete co;
}

// Coroutines that ended in this thread, at the point where the next life
// begins. Nothing of one is touched until then.
struct Pool {
    // A coroutine for each request that one Linux AIO state has in the
    // kernel: to map a stack costs a hundred lives.
    static constexpr size_t kMax = 1024;
    std::vector<StackCoroutine *> idle;

    ~Pool()
    {
        for (StackCoroutine *co : idle) {
            coroutine_free(co);
        }
    }
};

thread_local Pool pool;

[[gnu::noinline]] StackCoroutine *coroutine_get()
{
    asm volatile("");
    if (pool.idle.empty()) {
        return coroutine_new();
    }
    StackCoroutine *co = pool.idle.back();
    pool.idle.pop_back();
    return co;
}

[[gnu::noinline]] void coroutine_put(StackCoroutine *co)
{
    asm volatile("");
    if (pool.idle.size() < Pool::kMax) {
        pool.idle.push_back(co);
    } else {
        coroutine_free(co);
    }
}

bool ended_runs_again = false;

// For one that has ended and is entered nevertheless.
void enter_ended(StackCoroutine *co)
{
    auto found = std::find(pool.idle.begin(), pool.idle.end(), co);

    if (!ended_runs_again || found == pool.idle.end()) {
        fprintf(stderr, "coroutine is entered after its end\n");
        abort();
    }
    pool.idle.erase(found);
    co->ended = false;
}

// One entry, without those that it wakes.
void enter_one(AioContext *ctx, StackCoroutine *co)
{
    // Pairs with the exchange in aio_co.cc.
    if (const char *who = qatomic_load_acquire(&co->scheduled)) {
        fprintf(stderr, "coroutine is entered although %s has arranged that "
                "already\n", who);
        abort();
    }
    if (co->caller) {
        fprintf(stderr, "coroutine is re-entered recursively\n");
        abort();
    }
    if (co->ended) {
        enter_ended(co);
    }
    StackCoroutine *from = get_current();
    co->caller = from;
    // Pairs with the load in aio_co_wake().
    qatomic_store_release(&co->ctx, ctx);
    switch_to(from, co);
}

}  // namespace

void era_ended_coroutine_runs_again(bool yes)
{
    ended_runs_again = yes;
}

Coroutine *qemu_coroutine_create(CoroutineEntry *entry, void *opaque)
{
    StackCoroutine *co = coroutine_get();

    co->entry = entry;
    co->entry_arg = opaque;
    co->caller = nullptr;
    co->ctx = nullptr;
    co->scheduled = nullptr;
    co->ended = false;
    QSIMPLEQ_INIT(&co->co_queue_wakeup);
    return co;
}

void qemu_aio_coroutine_enter(AioContext *ctx, Coroutine *co)
{
    QSIMPLEQ_HEAD(, Coroutine) waiting = QSIMPLEQ_HEAD_INITIALIZER(waiting);

    bool woken = false;  // the first one comes from our caller

    QSIMPLEQ_INSERT_TAIL(&waiting, co, co_queue_next);
    while (!QSIMPLEQ_EMPTY(&waiting)) {
        StackCoroutine *to = stack_coroutine(QSIMPLEQ_FIRST(&waiting));
        QSIMPLEQ_REMOVE_HEAD(&waiting, co_queue_next);

        if (woken) {
            // It waited here because of aio_co_enter(), whose exchange this
            // pairs with.
            qatomic_store_release(&to->scheduled,
                                  static_cast<const char *>(nullptr));
        }
        woken = true;
        enter_one(ctx, to);
        // Taken over before any of them runs: it could end `to` (QEMU commit
        // 528f449f59). They go before those that waited already.
        QSIMPLEQ_CONCAT(&to->co_queue_wakeup, &waiting);
        QSIMPLEQ_CONCAT(&waiting, &to->co_queue_wakeup);
        if (to->ended) {
            coroutine_put(to);
        }
    }
}

void coroutine_fn qemu_coroutine_yield(void)
{
    StackCoroutine *self = get_current();

    if (!self->caller) {
        fprintf(stderr, "qemu_coroutine_yield() outside a coroutine\n");
        abort();
    }
    back_to_caller(self);
}

Coroutine *qemu_coroutine_self(void)
{
    return get_current();
}

bool qemu_in_coroutine(void)
{
    return get_current()->caller != nullptr;
}

bool qemu_coroutine_entered(Coroutine *co)
{
    return co->caller != nullptr;
}
