using Tsunagu.ServiceDefaults.Auditing;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Auditing;

/// <summary>Against the recursive definitions of RFC 9162, written down once more as they stand there.</summary>
public sealed class MerkleProofTests
{
    const int Sizes = 300;
    static readonly byte[][] Leaves = [.. Enumerable.Range(0, Sizes).Select(i => MerkleHash.Leaf(BitConverter.GetBytes(i)))];
    static readonly Dictionary<(int, int), byte[]> Hashes = [];

    [Fact]
    public void Inclusion_IsThePathOfTheRfc_ForEveryLeafOfEverySize()
    {
        for (var size = 1; size <= Sizes; size++)
        {
            for (var leaf = 0; leaf < size; leaf++)
            {
                var proof = MerkleProof.Inclusion(new(0, leaf), size);
                Assert.Equal(Path(leaf, 0, size), proof.Select(range => ((int)range.Start, (int)range.End)));
                Assert.Equal(Mth(0, size), MerkleProof.Root(new(0, leaf), Leaves[leaf], proof.Select(range => (range, HashOf(range)))));
            }
        }
    }

    [Fact]
    public void Consistency_IsTheSubproofOfTheRfc_ForEveryPairOfSizes()
    {
        for (var second = 1; second <= Sizes; second++)
        {
            for (var first = 1; first <= second; first++)
            {
                Assert.Equal(
                    Subproof(first, 0, second, whole: true),
                    MerkleProof.Consistency(first, second).Select(range => ((int)range.Start, (int)range.End)));
            }
        }
    }

    [Fact]
    public void SubtreeOfSeveralLeaves_IsIncludedLikeALeaf()
    {
        for (var size = 1; size <= Sizes; size++)
        {
            foreach (var height in (int[])[1, 3, 5, 8])
            {
                for (var index = 0; (index + 1) << height <= size; index++)
                {
                    var node = new MerkleNode(height, index);
                    var path = MerkleProof.Inclusion(node, size);
                    Assert.Equal(Mth(0, size), MerkleProof.Root(node, Mth((int)node.Start, (int)node.End), path.Select(range => (range, HashOf(range)))));
                }
            }
        }
    }

    [Fact]
    public void Range_IsMadeOfCompleteSubtreesThatFollowEachOther()
    {
        for (var size = 0; size <= Sizes; size++)
        {
            var range = new MerkleRange(0, size);
            Assert.Equal(size, range.Parts().Aggregate(0L, (end, part) => part.Start == end ? part.End : -1));
            Assert.Equal(size == 0 ? MerkleHash.Empty : Mth(0, size), range.Root(node => Mth((int)node.Start, (int)node.End)));
        }
    }

    /// <summary>The eight leaves of the vectors that certificate transparency implementations share, with the proofs that those name.</summary>
    [Theory]
    [InlineData(1, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(6, 8, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(3, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(2, 5, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void Inclusion_IsThatOfTheSharedVectors(int number, int size, string hashes) =>
        Assert.Equal(hashes, Shared(MerkleProof.Inclusion(new(0, number - 1), size)));

    [Theory]
    [InlineData(1, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(6, 8, "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 5, "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    [InlineData(8, 8, "")]
    public void Consistency_IsThatOfTheSharedVectors(int first, int second, string hashes) =>
        Assert.Equal(hashes, Shared(MerkleProof.Consistency(first, second)));

    static string Shared(IEnumerable<MerkleRange> ranges) =>
        string.Join(' ', ranges.Select(range => Convert.ToHexStringLower(range.Root(MerkleFrontierTests.Subtree))));

    static byte[] HashOf(MerkleRange range) => Mth((int)range.Start, (int)range.End);

    // 2.1.1
    static byte[] Mth(int start, int end)
    {
        if (Hashes.TryGetValue((start, end), out var known))
            return known;
        return Hashes[(start, end)] = end - start == 1 ? Leaves[start] : MerkleHash.Node(Mth(start, start + K(end - start)), Mth(start + K(end - start), end));
    }

    // 2.1.3.1
    static IEnumerable<(int, int)> Path(int m, int start, int end)
    {
        var (n, k) = (end - start, K(end - start));
        return n == 1 ? []
            : m < k ? [.. Path(m, start, start + k), (start + k, end)]
            : [.. Path(m - k, start + k, end), (start, start + k)];
    }

    // 2.1.4.1
    static IEnumerable<(int, int)> Subproof(int m, int start, int end, bool whole)
    {
        var (n, k) = (end - start, K(end - start));
        return m == n ? whole ? [] : [(start, end)]
            : m <= k ? [.. Subproof(m, start, start + k, whole), (start + k, end)]
            : [.. Subproof(m - k, start + k, end, whole: false), (start, start + k)];
    }

    // The largest power of two smaller than n.
    static int K(int n)
    {
        var k = 1;
        while (k * 2 < n)
            k *= 2;
        return k;
    }
}
