using Tsunagu.Households.Domain;
using Tsunagu.Households.Support;

namespace Tsunagu.Households;

/// <summary>A support household as a read sees it.</summary>
/// <param name="Id">Of the support household.</param>
/// <param name="Facts">Those known, whatever days they are about.</param>
/// <param name="Residents">The residents whom they name, as far as the register had them.</param>
sealed record SupportPicture(Guid Id, IReadOnlyList<KnownFact> Facts, IReadOnlyDictionary<Guid, ResidentFact> Residents)
{
    /// <summary>Memberships in force on the day, then ties that had begun by then.</summary>
    public IEnumerable<KnownFact> On(DateOnly day) =>
        Facts.Where(f => f.Fact.Kind == SupportFactKind.Membership && f.Wording.Stretch.Holds(day))
            .Concat(Facts.Where(f => f.Fact.Kind == SupportFactKind.Tie && f.Wording.Stretch.HadBegun(day)));

    /// <summary>Descriptions of people outside the register.</summary>
    public IEnumerable<KnownFact> Descriptions => Facts.Where(f => f.Fact.Kind == SupportFactKind.OutsidePerson);

    /// <summary>True for somebody whom the register had as dead.</summary>
    public bool IsDead(Guid resident) => Residents.GetValueOrDefault(resident)?.Content.Status == ResidentStatus.Deceased;
}
