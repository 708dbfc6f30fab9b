using Google.Protobuf.Reflection;
using Tsunagu.ServiceDefaults.Access;

namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>A kind of record that grants may open, as its service declares it once.</summary>
/// <param name="Kind">Such as <c>consultation</c>; the same word as in the audit.</param>
/// <param name="Table">Table of the records.</param>
/// <param name="Owner">Column with the code of the owning agency.</param>
/// <param name="About">Query for the ids of the consultation and the case that the record <c>$1</c> names.</param>
/// <param name="Receivers">Query for the agencies that the record <c>$1</c> is addressed to; null when it is addressed to nobody.</param>
/// <param name="Breakable">True: in an emergency staff of other agencies may open it themselves.</param>
/// <param name="Shown">Message in which a record is shown; its fields name the items.</param>
sealed record GrantableResource(string Kind, string Table, string Owner, string About, string? Receivers, bool Breakable, MessageDescriptor Shown)
{
    /// <summary>Items that a grant may name.</summary>
    public IReadOnlySet<string> Items { get; } = ItemMask.ItemsOf(Shown);
}
