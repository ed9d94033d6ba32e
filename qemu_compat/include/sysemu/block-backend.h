/* The same as system/block-backend.h, under another of its names. */

#ifndef FORWARD_SYSEMU_BLOCK_BACKEND_H
#define FORWARD_SYSEMU_BLOCK_BACKEND_H

#include "system/block-backend.h"

#endif /* FORWARD_SYSEMU_BLOCK_BACKEND_H */
