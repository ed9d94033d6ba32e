/*
 * What block/block.h and block/raw-aio.h have, under a name from before 2013.
 */

#ifndef FORWARD_BLOCK_INT_H
#define FORWARD_BLOCK_INT_H

#include "block/block.h"
#include "block/raw-aio.h"

#endif /* FORWARD_BLOCK_INT_H */
