/* The same as qemu/coroutine.h, under another of its names. */

#ifndef FORWARD_QEMU_QEMU_COROUTINE_H
#define FORWARD_QEMU_QEMU_COROUTINE_H

#include "qemu/coroutine.h"

#endif /* FORWARD_QEMU_QEMU_COROUTINE_H */
