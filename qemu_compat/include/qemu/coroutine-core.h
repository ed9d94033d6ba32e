/* The same as qemu/coroutine.h, under another of its names. */

#ifndef FORWARD_QEMU_COROUTINE_CORE_H
#define FORWARD_QEMU_COROUTINE_CORE_H

#include "qemu/coroutine.h"

#endif /* FORWARD_QEMU_COROUTINE_CORE_H */
