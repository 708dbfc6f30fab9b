namespace Tsunagu.ServiceDefaults.Granting.Breaking;

/// <summary>What the owner's agency found of a broken glass. Numbers are those of the contract.</summary>
public enum BreakGlassVerdict
{
    /// <summary>適切.</summary>
    Justified = 1,

    /// <summary>不適切: the access ends at once.</summary>
    Unjustified = 2,
}
