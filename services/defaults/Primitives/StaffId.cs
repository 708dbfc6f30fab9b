namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>A staff member or a named program: the subject of its token.</summary>
/// <param name="Value">Subject as the issuer writes it, such as <c>s-0012</c> or <c>service:intake</c>.</param>
public readonly record struct StaffId(string Value)
{
    /// <summary>The subject as text.</summary>
    public override string ToString() => Value;
}
