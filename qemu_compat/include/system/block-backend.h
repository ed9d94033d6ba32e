/*
 * Of the block backend only its plugging, which is the thread's.
 */

#ifndef SYSTEM_BLOCK_BACKEND_H
#define SYSTEM_BLOCK_BACKEND_H

#include "qemu/defer-call.h"

#endif /* SYSTEM_BLOCK_BACKEND_H */
