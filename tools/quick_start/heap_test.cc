#include "tools/quick_start/heap.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <random>
#include <vector>

namespace laio::quick {
namespace {

struct Piece {
    unsigned char *at;
    size_t size;
    unsigned char filling;

    bool IsUntouched() const
    {
        for (size_t i = 0; i < size; ++i) {
            if (at[i] != filling) {
                return false;
            }
        }
        return true;
    }
};

TEST(Heap, KeepsPiecesOfAllSizesApartWhileTheyComeAndGo)
{
    Heap heap;
    std::mt19937 random(1);
    std::vector<Piece> pieces;
    for (int turn = 0; turn < 20000; ++turn) {
        if (pieces.size() > 100) {
            std::swap(pieces[random() % pieces.size()], pieces.back());
            ASSERT_TRUE(pieces.back().IsUntouched()) << turn;
            heap.Give(pieces.back().at, pieces.back().size);
            pieces.pop_back();
        }
        size_t size = random() % (size_t{1} << (random() % 15));
        Piece piece = {static_cast<unsigned char *>(heap.Take(size)), size,
                       static_cast<unsigned char>(turn)};
        ASSERT_EQ(reinterpret_cast<uintptr_t>(piece.at) % 16, 0u) << size;
        std::memset(piece.at, piece.filling, size);
        pieces.push_back(piece);
    }
    for (const Piece &piece : pieces) {
        EXPECT_TRUE(piece.IsUntouched());
    }
}

TEST(Heap, HandsAPieceRoundAmongSizesLikeIt)
{
    Heap heap;
    void *small = heap.Take(33);
    heap.Give(small, 33);
    EXPECT_EQ(heap.Take(48), small);
    void *large = heap.Take(5000);
    heap.Give(large, 5000);
    EXPECT_EQ(heap.Take(8192), large);
}

TEST(Heap, TakesWhatAnotherHeapHandedOut)
{
    Heap one;
    Heap other;
    void *piece = one.Take(100);
    other.Give(piece, 100);
    EXPECT_EQ(other.Take(100), piece);
}

TEST(Heap, ThrowsWhenTheKernelHasNoSuchRoom)
{
    Heap heap;
    EXPECT_THROW(heap.Take(size_t{1} << 46), std::bad_alloc);
    EXPECT_THROW(heap.Take(SIZE_MAX), std::bad_alloc);
    EXPECT_NE(heap.Take(1), nullptr);
}

}  // namespace
}  // namespace laio::quick
