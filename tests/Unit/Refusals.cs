using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit;

/// <summary>Reads a refusal by kind and code; its wording is free to change.</summary>
static class Refusals
{
    public static void AssertRefused(RefusalKind kind, string code, Action act)
    {
        var refusal = Assert.Throws<Refusal>(act);
        Assert.Equal((kind, code), (refusal.Kind, refusal.Code));
    }
}
