using System.Text.Json.Serialization;

namespace Tsunagu.Gateway.Problems;

/// <summary>An error as callers see it: problem details of RFC 9457 with a stable code.</summary>
sealed record Problem(int Status, string Code, string Detail, IReadOnlyList<FieldProblem> Errors)
{
    /// <summary>A problem that names no field.</summary>
    public Problem(int status, string code, string detail)
        : this(status, code, detail, [])
    {
    }

    /// <summary>Identifies the kind of problem; not an address.</summary>
    [JsonPropertyOrder(-2)]
    public string Type => $"urn:tsunagu:problem:{Code}";

    /// <summary>The status in a few words.</summary>
    [JsonPropertyOrder(-1)]
    public string Title => ProblemTexts.Title(Status);

    /// <summary>The trace to give when asking for help.</summary>
    public string? TraceId { get; init; }
}
