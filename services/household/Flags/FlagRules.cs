using System.Text.Json;
using System.Text.Json.Serialization;
using Tsunagu.Households.Documents;

namespace Tsunagu.Households.Flags;

/// <summary>The rules by which households bear flags: a document that staff edit.</summary>
sealed record FlagRules : IDocument<FlagRules>
{
    /// <summary>How names of facilities begin, in the 方書 of the register.</summary>
    public required IReadOnlyList<string> Facilities { get; init; }

    public required IReadOnlyList<FlagRule> Rules { get; init; }

    // Of a code and of a name, as the contract says.
    const int LongestText = 40;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <inheritdoc />
    public static FlagRules Parse(string json) => JsonSerializer.Deserialize<FlagRules>(json, Json) ?? throw new JsonException("null document");

    /// <inheritdoc />
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The rules that bear the household, in their order.</summary>
    /// <param name="members">Current members.</param>
    public IEnumerable<FlagRule> Of(IReadOnlyList<FlagMember> members) => Rules.Where(rule => rule.When.Holds(members, Facilities));

    /// <summary>What is unsound, each with the path of its field; empty when nothing is.</summary>
    public IReadOnlyList<(string Path, FlagProblem Problem)> Problems()
    {
        var problems = new List<(string, FlagProblem)>();
        if (Facilities.Any(string.IsNullOrWhiteSpace))
            problems.Add(("facilities", FlagProblem.Blank));
        foreach (var (index, rule) in Rules.Index())
        {
            var path = $"rules[{index}]";
            if (rule.Code.Length is 0 or > LongestText || !rule.Code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
                problems.Add(($"{path}.code", FlagProblem.CodeInvalid));
            if (Rules.Take(index).Any(other => other.Code == rule.Code))
                problems.Add(($"{path}.code", FlagProblem.CodeRepeated));
            if (string.IsNullOrWhiteSpace(rule.Name))
                problems.Add(($"{path}.name", FlagProblem.Blank));
            if (rule.Name.EnumerateRunes().Count() > LongestText)
                problems.Add(($"{path}.name", FlagProblem.TooLong));
            var parts = rule.When.Parts().ToList();
            var traits = parts.SelectMany(part => part.Traits()).ToList();
            if (parts.Exists(part => part.Empty))
                problems.Add(($"{path}.when", FlagProblem.AsksNothing));
            if (parts.Exists(part => part.MembersFrom > part.MembersTo) || traits.Exists(trait => trait.EndsBeforeItBegins))
                problems.Add(($"{path}.when", FlagProblem.RangeInvalid));
            if (traits.Exists(trait => trait.HasBlankWord))
                problems.Add(($"{path}.when", FlagProblem.Blank));
        }
        return problems;
    }
}
