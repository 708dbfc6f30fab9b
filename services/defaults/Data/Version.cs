using System.Globalization;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>
/// Version of a record as callers see it: an opaque text made from PostgreSQL's <c>xmin</c>. Entities map it as
/// <c>builder.Property(x => x.Version).IsRowVersion()</c> on a <c>uint</c>.
/// </summary>
public static class Version
{
    /// <summary>The version as text.</summary>
    /// <param name="xmin">Row version of the entity, as read or after it was saved.</param>
    public static string Of(uint xmin) => xmin.ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>Refuses with VERSION_STALE when the caller read another version. Empty expects nothing.</summary>
    public static void Require(string? expected, uint actual)
    {
        if (!string.IsNullOrEmpty(expected) && !string.Equals(expected, Of(actual), StringComparison.Ordinal))
            throw DataErrors.Stale();
    }
}
