using Xunit;

namespace Tsunagu.Tests.Unit;

/// <summary>A domain enum is cast to and from the contract's, so names and numbers must agree; only 0 (unspecified) is the contract's own.</summary>
static class EnumNumbers
{
    public static void AssertSame<TDomain, TWire>()
        where TDomain : struct, Enum
        where TWire : struct, Enum =>
        Assert.Equal(
            Enum.GetValues<TWire>().Where(wire => Convert.ToInt32(wire, null) != 0).Select(wire => (wire.ToString(), Convert.ToInt32(wire, null))),
            Enum.GetValues<TDomain>().Select(own => (own.ToString(), Convert.ToInt32(own, null))));
}
