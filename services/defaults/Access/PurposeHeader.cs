namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Header and metadata key under which the purpose of a call travels.</summary>
public static class PurposeHeader
{
    /// <summary><c>tsunagu-purpose</c>.</summary>
    public const string Name = "tsunagu-purpose";
}
