namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>Consultation and case by which a record says whom it is about; both may be unknown.</summary>
/// <param name="Consultation">受付票.</param>
/// <param name="Case">事例.</param>
public readonly record struct ConsentOrigin(Guid? Consultation, Guid? Case)
{
    /// <summary>True when it names something, and nothing but what the other one is.</summary>
    /// <param name="other">Both of one person; the case is unknown while none was opened.</param>
    public bool IsOf(ConsentOrigin other) =>
        (Consultation ?? Case) is not null
        && (Consultation is null || Consultation == other.Consultation)
        && (Case is null || Case == other.Case);
}
