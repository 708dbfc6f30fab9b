using Tsunagu.Households.Imports;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class KnownRowsTests
{
    [Fact]
    public void RowsThatAreThere_AreFound_AndNoOthers()
    {
        var random = Seed.NewRandom();
        Guid[] hashes = [.. Enumerable.Range(0, 1000).Select(_ => Digest(random))];
        var known = KnownRows.Of(hashes);
        Assert.All(hashes, hash => Assert.True(known.Contains(hash)));
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.False(known.Contains(Digest(random))));
        Assert.False(KnownRows.None.Contains(hashes[0]));
    }

    static Guid Digest(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
