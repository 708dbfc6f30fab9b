using System.Text.RegularExpressions;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Header and metadata key under which the purpose of a call travels.</summary>
public static partial class PurposeHeader
{
    /// <summary><c>tsunagu-purpose</c>.</summary>
    public const string Name = "tsunagu-purpose";

    /// <summary>True for what may be given as a purpose: 1 to 64 lower-case letters, digits and hyphens.</summary>
    public static bool IsCode(string purpose) => Code().IsMatch(purpose);

    [GeneratedRegex(@"^[a-z0-9-]{1,64}\z")]
    private static partial Regex Code();
}
