using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Support;

/// <summary>What is shown of the facts of a support household.</summary>
/// <param name="Agency">Agency of whoever reads.</param>
/// <param name="Hidden">True when the household ever named somebody whose whereabouts are hidden.</param>
readonly record struct SupportReader(AgencyId Agency, bool Hidden)
{
    /// <summary>A fact in one of its wordings, as this reader is shown it; null when they are not. The words of a withdrawal are those of whoever withdrew it.</summary>
    public KnownFact? Read(SupportFact fact, SupportFactVersion version) =>
        IsShown(version.AgencyId)
            ? new KnownFact(fact, version, IsShown(fact.WithdrawnAgency ?? version.AgencyId) ? fact.WithdrawalReason : "")
            : null;

    bool IsShown(AgencyId writer) => RecordDisclosure.Shows(Hidden, writer == Agency, keptToAgency: false);
}
