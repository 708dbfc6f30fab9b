using System.Text.Json;
using System.Text.Json.Serialization;
using Tsunagu.Households.Documents;
using Tsunagu.Households.Flags;

namespace Tsunagu.Households.LifeEvents;

/// <summary>Which procedures each life event calls for: a document that staff edit.</summary>
sealed record ProcedureTable : IDocument<ProcedureTable>
{
    /// <summary>Ages whose reaching is a life event.</summary>
    public required IReadOnlyList<int> Ages { get; init; }

    public required IReadOnlyList<Procedure> Procedures { get; init; }

    const int LongestCode = 60;
    const int LongestScheme = 60;
    const int LongestName = 100;
    const int LongestNote = 500;
    const int MostDays = 3660;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter<LifeEventKind>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <inheritdoc />
    public static ProcedureTable Parse(string json) => JsonSerializer.Deserialize<ProcedureTable>(json, Json) ?? throw new JsonException("null document");

    /// <inheritdoc />
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The rows that an event calls for, in their order.</summary>
    /// <inheritdoc cref="Procedure.IsNeeded" />
    public IEnumerable<Procedure> Of(HappenedEvent happened, FlagMember person, IReadOnlyList<FlagMember> others) =>
        Procedures.Where(row => row.IsNeeded(happened, person, others));

    /// <summary>What is unsound, each with the path of its field; empty when nothing is.</summary>
    public IReadOnlyList<(string Path, ProcedureProblem Problem)> Problems()
    {
        var problems = new List<(string, ProcedureProblem)>();
        foreach (var (index, age) in Ages.Index())
        {
            if (age is < 1 or > 120 || Ages.Take(index).Contains(age))
                problems.Add(($"ages[{index}]", ProcedureProblem.AgeInvalid));
        }
        foreach (var (index, row) in Procedures.Index())
        {
            if (Procedures.Take(index).Any(other => other.Code == row.Code))
                problems.Add(($"procedures[{index}].code", ProcedureProblem.CodeRepeated));
            problems.AddRange(Problems(row).Select(problem => ($"procedures[{index}].{problem.Field}", problem.Problem)));
        }
        return problems;
    }

    IEnumerable<(string Field, ProcedureProblem Problem)> Problems(Procedure row)
    {
        if (row.Code.Length is 0 or > LongestCode || !row.Code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
            yield return ("code", ProcedureProblem.CodeInvalid);
        foreach (var (field, text, longest, required) in new[]
                 {
                     ("scheme", row.Scheme, LongestScheme, true), ("name", row.Name, LongestName, true),
                     ("department", row.Department, LongestScheme, false), ("note", row.Note, LongestNote, false),
                 })
        {
            if (required && string.IsNullOrWhiteSpace(text))
                yield return (field, ProcedureProblem.Blank);
            if (text.EnumerateRunes().Count() > longest)
                yield return (field, ProcedureProblem.TooLong);
        }
        if (row.Age is not null && row.Kind != LifeEventKind.AgeReached)
            yield return ("age", ProcedureProblem.NotOfTheEvent);
        else if (row.Age is { } asked && !Ages.Contains(asked))
            yield return ("age", ProcedureProblem.AgeInvalid);
        if (row.EventSchemes is not null && row.Kind is not (LifeEventKind.EntitlementBegun or LifeEventKind.EntitlementEnded))
            yield return ("event_schemes", ProcedureProblem.NotOfTheEvent);
        else if (row.EventSchemes?.Any(string.IsNullOrWhiteSpace) == true)
            yield return ("event_schemes", ProcedureProblem.Blank);
        if (row.WithinDays is < 0 or > MostDays)
            yield return ("within_days", ProcedureProblem.RangeInvalid);
        foreach (var (field, trait) in new[] { ("who", row.Who), ("beside", row.Beside) })
        {
            if (trait?.EndsBeforeItBegins == true)
                yield return (field, ProcedureProblem.RangeInvalid);
            if (trait?.HasBlankWord == true)
                yield return (field, ProcedureProblem.Blank);
        }
    }
}
