using Google.Protobuf.Reflection;
using Tsunagu.ServiceDefaults.Granting.Breaking;

namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>Declares which records of a service grants may open.</summary>
public sealed class GrantBuilder
{
    readonly Dictionary<string, GrantableResource> resources = new(StringComparer.Ordinal);

    /// <summary>True when this service knows who attends a meeting, so that a grant may name one.</summary>
    internal bool KnowsMeetings { get; private set; }

    internal IReadOnlyDictionary<string, GrantableResource> Resources => resources;

    /// <summary>A kind of record.</summary>
    /// <param name="kind">Such as <c>consultation</c>; the same word as in the audit.</param>
    /// <param name="table">Table of the records; their key is its column <c>id</c>.</param>
    /// <param name="owner">Column with the code of the owning agency.</param>
    /// <param name="shown">Message in which a record is shown; its fields name the items.</param>
    /// <param name="about">Query for the ids of the consultation and the case that the record <c>$1</c> names, either of which may be null.</param>
    /// <param name="receivers">Query for the agencies that the record <c>$1</c> is addressed to; nobody when absent.</param>
    /// <param name="breakable">
    /// True: in an emergency staff of other agencies may open it themselves. Never for what was told in confidence by others than its owner, as in a meeting.
    /// Row-level security has to let it (<see cref="Data.RowSecurity.LetBreak"/>).
    /// </param>
    public GrantBuilder Resource(
        string kind, string table, string owner, MessageDescriptor shown, string about, string? receivers = null, bool breakable = false)
    {
        resources.Add(kind, new(kind, table, owner, about, receivers, breakable, shown));
        return this;
    }

    /// <summary>Grants may name a meeting; the service's context overrides <see cref="Data.ServiceDbContext.MeetingsOfAsync"/>.</summary>
    public GrantBuilder Meetings()
    {
        KnowsMeetings = true;
        return this;
    }

    /// <exception cref="Primitives.Refusal">RESOURCE_KIND_UNKNOWN.</exception>
    internal GrantableResource Require(string kind) => resources.GetValueOrDefault(kind) ?? throw GrantErrors.KindUnknown();

    /// <exception cref="Primitives.Refusal">RESOURCE_KIND_UNKNOWN, BREAK_GLASS_KIND.</exception>
    internal GrantableResource RequireBreakable(string kind) => Require(kind) is { Breakable: true } resource ? resource : throw BreakGlassErrors.Kind();
}
