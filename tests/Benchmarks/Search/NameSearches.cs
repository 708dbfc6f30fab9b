using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit.Population;

namespace Tsunagu.Tests.Benchmarks.Search;

/// <summary>What counters type of a name: whole and in part, in kana and kanji.</summary>
static class NameSearches
{
    public static readonly (string Kind, Func<Inhabitant, SearchResidentsRequest> Of)[] Kinds =
    [
        ("kana whole", person => new() { Kana = person.Kana }),
        ("kana whole, unspaced", person => new() { Kana = person.Kana.Replace(" ", "", StringComparison.Ordinal) }),
        ("kana of the family", person => new() { Kana = person.Family.Kana }),
        ("kana begun", person => new() { Kana = person.Family.Kana[..Math.Min(2, person.Family.Kana.Length)] }),
        ("kana of the family, given begun", person => new() { Kana = $"{person.Family.Kana} {person.Given.Kana[..1]}" }),
        ("kana across", person => new() { Kana = person.Family.Kana[^1] + person.Given.Kana }),
        ("kanji of the family", person => new() { Name = person.Family.Written }),
        ("kanji whole", person => new() { Name = person.Name }),
    ];

    /// <summary>The exact lookup beside them.</summary>
    public static SearchResidentsRequest ByNumber(Inhabitant person) => new() { ResidentNumber = person.Number };
}
