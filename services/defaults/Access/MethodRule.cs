using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Auditing;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>What the contract says of a method, read once at boot.</summary>
/// <param name="Option">Who may call it, for which rows, with what on record.</param>
/// <param name="Subjects">Where its messages name the records it is about.</param>
public sealed record MethodRule(AccessOption Option, IReadOnlyList<AuditPath> Subjects)
{
    /// <summary>The rule of a method that was not there at boot: nobody may call it.</summary>
    internal static MethodRule Closed { get; } = new(new AccessOption(), []);

    /// <summary>True when calls are put on record.</summary>
    public bool Audited => Option.Audit is Audit.Read or Audit.Write;
}
