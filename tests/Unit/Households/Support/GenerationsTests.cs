using Tsunagu.Households.Support;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Support;

public sealed class GenerationsTests
{
    [Theory]
    [InlineData("a b", "a+1>b", "a0 b1")]
    [InlineData("a b c", "b+1>a b+0>c", "a1 b0 c0")]
    [InlineData("a b c", "a+2>b b-1>c", "a0 b2 c1")]
    [InlineData("a b c d", "c+1>d", "a0 b0 c0 d1")]
    [InlineData("a b", "a+1>b b+1>a", "a0 b1")]
    [InlineData("a", "", "a0")]
    public void Generation_IsCountedFromTheOldestOfAFamily(string persons, string steps, string generations) => Assert.Equal(
        generations,
        string.Join(' ', Generations.Of(persons.Split(' '), [.. steps.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Step)])
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}{g.Value}")));

    static GenerationStep Step(string text) => new(text[..1], text[^1..], int.Parse(text[1..3], System.Globalization.CultureInfo.InvariantCulture));
}
