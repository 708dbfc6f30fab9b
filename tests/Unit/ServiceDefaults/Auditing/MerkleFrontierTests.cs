using Tsunagu.ServiceDefaults.Auditing;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Auditing;

public sealed class MerkleFrontierTests
{
    /// <summary>Leaves and roots of the test vectors that certificate transparency implementations share.</summary>
    static readonly string[] Leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Root_IsThatOfTheSharedVectors(int size, string root) => Assert.Equal(root, Convert.ToHexStringLower(Tree(size).Root));

    [Fact]
    public void KeptEdge_GrowsOnAsIfItHadNeverStopped()
    {
        for (var size = 0; size <= Leaves.Length; size++)
        {
            var first = Tree(size);
            var kept = MerkleFrontier.Of(first.Size, [.. first.Peaks]);
            foreach (var leaf in Leaves[size..])
                kept.Append(MerkleHash.Leaf(Convert.FromHexString(leaf)));
            Assert.Equal(Tree(Leaves.Length).Root, kept.Root);
        }
    }

    [Fact]
    public void Edge_ThatDoesNotFitItsSize_IsRefused() =>
        Assert.Throws<ArgumentException>(() => MerkleFrontier.Of(3, [MerkleHash.Empty]));

    [Fact]
    public void Leaf_IsNeverTakenForTheNodeOfTheSameBytes()
    {
        var (left, right) = (MerkleHash.Leaf([1]), MerkleHash.Leaf([2]));
        Assert.NotEqual(MerkleHash.Node(left, right), MerkleHash.Leaf([.. left, .. right]));
    }

    [Fact]
    public void Append_TellsEachSubtreeThatItCompletes()
    {
        var told = new List<MerkleNode>();
        var tree = new MerkleFrontier();
        foreach (var leaf in Leaves)
        {
            tree.Append(MerkleHash.Leaf(Convert.FromHexString(leaf)), (node, hash) =>
            {
                told.Add(node);
                Assert.Equal(Subtree(node), hash);
            });
        }

        Assert.Equal([new(1, 0), new(1, 1), new(2, 0), new(1, 2), new(1, 3), new(2, 1), new(3, 0)], told);
    }

    /// <summary>Hash of a complete subtree of the vectors.</summary>
    internal static byte[] Subtree(MerkleNode node)
    {
        var tree = new MerkleFrontier();
        foreach (var leaf in Leaves[(int)node.Start..(int)node.End])
            tree.Append(MerkleHash.Leaf(Convert.FromHexString(leaf)));
        return tree.Root;
    }

    static MerkleFrontier Tree(int size)
    {
        var tree = new MerkleFrontier();
        foreach (var leaf in Leaves[..size])
            tree.Append(MerkleHash.Leaf(Convert.FromHexString(leaf)));
        return tree;
    }
}
