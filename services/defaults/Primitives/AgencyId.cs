namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>An agency by its short stable code.</summary>
/// <param name="Value">Code such as <c>tax-collection</c>; empty for a program that belongs to no agency.</param>
public readonly record struct AgencyId(string Value)
{
    /// <summary>The code as text.</summary>
    public override string ToString() => Value;
}
