using Google.Protobuf.WellKnownTypes;
using Tsunagu.Households.Domain;
using Version = Tsunagu.ServiceDefaults.Data.Version;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households.Support;

/// <summary>Support households, domain to wire.</summary>
static class SupportWire
{
    public static Wire.SupportHousehold ToWire(SupportPicture picture, Perspective at)
    {
        var facts = picture.On(at.Day).ToList();
        var described = picture.Descriptions.ToDictionary(f => new PersonRef(f.Fact.Id, Registered: false));
        var persons = facts.SelectMany(f => f.Wording.Content.About).Concat(described.Keys).Distinct();
        return new Wire.SupportHousehold
        {
            SupportHouseholdId = picture.Id.ToString(),
            Persons = { persons.Select(p => p.Registered ? Resident(picture, p, at.Day) : Outsider(p, described.GetValueOrDefault(p), at.Day)) },
            Facts = { facts.Select(ToWire) },
            AsOf = HouseholdWire.Day(at.Day),
            KnownAt = at.KnownAt?.ToTimestamp(),
        };
    }

    public static Wire.SupportFact ToWire(KnownFact known)
    {
        var (fact, version, wording) = (known.Fact, known.Version, known.Wording);
        var wire = new Wire.SupportFact
        {
            FactId = fact.Id.ToString(),
            SupportHouseholdId = fact.HouseholdId.ToString(),
            Version = Version.Of(fact.Version),
            Revision = version.Revision,
            Since = HouseholdWire.Day(wording.Stretch.Since),
            Until = HouseholdWire.Day(wording.Stretch.Until),
            Source = ToWire(wording.Source),
            StaffId = version.StaffId.Value,
            AgencyId = version.AgencyId.Value,
            KnownFrom = version.KnownFrom.ToTimestamp(),
            KnownTo = version.KnownTo?.ToTimestamp(),
            Reason = version.Reason,
            WithdrawnBy = known.IsWithdrawn ? fact.WithdrawnBy?.Value ?? "" : "",
            WithdrawalReason = known.IsWithdrawn ? known.WithdrawalReason : "",
        };
        Fill(wire, wording.Content);
        return wire;
    }

    static void Fill(Wire.SupportFact wire, SupportContent content)
    {
        switch (content)
        {
            case OutsidePerson person:
                wire.OutsidePerson = new Wire.OutsidePerson
                {
                    Name = person.Name,
                    Kana = person.Kana,
                    BirthDate = person.BirthDate,
                    Sex = person.Sex.ToWire(),
                    Address = person.Address,
                    Phone = person.Phone,
                    Note = person.Note,
                };
                break;
            case Membership membership:
                wire.Membership = new Wire.Membership
                {
                    Who = ToWire(membership.Who),
                    Presence = (Wire.Presence)(int)membership.Presence,
                    Note = membership.Note,
                };
                break;
            case Tie tie:
                wire.Tie = new Wire.Tie
                {
                    From = ToWire(tie.From),
                    To = ToWire(tie.To),
                    Kind = (Wire.TieKind)(int)tie.Kind,
                    Quality = tie.Quality is { } quality ? (Wire.TieQuality)(int)quality : Wire.TieQuality.Unspecified,
                    Note = tie.Note,
                };
                break;
            default:
                throw new InvalidOperationException($"{content.GetType().Name} is no content of a fact");
        }
    }

    static Wire.SupportPersonRef ToWire(PersonRef person) =>
        person.Registered ? new() { ResidentId = person.Id.ToString() } : new() { PersonId = person.Id.ToString() };

    static Wire.SupportSource ToWire(SupportSource source) => new()
    {
        Kind = (Wire.SupportSourceKind)(int)source.Kind,
        LearnedOn = HouseholdWire.Day(source.LearnedOn),
        Note = source.Note,
    };

    // Address and telephone number stay with the register, which knows whom they must be kept from.
    static Wire.SupportPerson Resident(SupportPicture picture, PersonRef person, DateOnly day)
    {
        var resident = picture.Residents.GetValueOrDefault(person.Id)?.Content;
        return Person(person, resident?.BirthDate ?? "", day, new Wire.SupportPerson
        {
            Name = Glyphs.Display(resident?.Name ?? ""),
            Kana = resident?.Kana ?? "",
            Sex = resident?.Sex.ToWire() ?? Wire.Sex.Unspecified,
            Deceased = picture.IsDead(person.Id),
        });
    }

    static Wire.SupportPerson Outsider(PersonRef person, KnownFact? described, DateOnly day) =>
        described is not { Wording.Content: OutsidePerson known }
            ? Person(person, "", day, new Wire.SupportPerson())
            : Person(person, known.BirthDate, day, new Wire.SupportPerson
            {
                Name = known.Name,
                Kana = known.Kana,
                Sex = known.Sex.ToWire(),
                Address = known.Address,
                Phone = known.Phone,
                Note = known.Note,
                Version = Version.Of(described.Fact.Version),
            });

    static Wire.SupportPerson Person(PersonRef person, string born, DateOnly day, Wire.SupportPerson wire)
    {
        wire.Person = ToWire(person);
        wire.BirthDate = born;
        if (PartialDate.AgeOn(born, day) is { } age)
            wire.Age = age;
        return wire;
    }
}
