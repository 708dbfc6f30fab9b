using System.Text.Json.Nodes;

namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>An answer that settles a call: what was asked was done, or was refused for good.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Its JSON.</param>
sealed record Reply(int Status, JsonNode Body)
{
    public bool IsOk => Status is >= 200 and < 300;

    /// <summary>Stable code of a refusal; empty for a success.</summary>
    public string Code => IsOk ? "" : Body["code"]?.ToString() ?? "";

    public string this[string field] => Body[field]?.ToString() ?? "";

    public override string ToString() => IsOk ? $"{Status}" : $"{Status} {Body.ToJsonString()}";
}
