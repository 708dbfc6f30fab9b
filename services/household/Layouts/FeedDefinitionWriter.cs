using Tsunagu.Contracts.Households.V1;
using Quoting = Tsunagu.Households.Parsing.Quoting;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households.Layouts;

/// <summary>Writes a layout as the contract's definition of a feed.</summary>
static class FeedDefinitionWriter
{
    /// <summary>The definition of a layout.</summary>
    public static FeedDefinition Write(FeedLayout layout)
    {
        var definition = new FeedDefinition
        {
            FeedId = layout.FeedId,
            Kind = Write(layout.Kind),
            Scheme = layout.Scheme,
            Department = layout.Department,
            Contact = layout.Contact,
            File = new FeedFile
            {
                Encoding = layout.File.Encoding,
                Delimiter = layout.File.Delimiter.ToString(),
                Quoting = layout.File.Quoting == Quoting.None ? FeedQuoting.None : FeedQuoting.Quoted,
                HeaderRows = layout.File.HeaderRows,
                Columns = { layout.File.Columns },
                TrailerFirstCell = layout.File.TrailerFirstCell ?? "",
            },
            Key = Write(layout.Key),
            SecondKey = Write(layout.SecondKey),
            RecordKey = { layout.RecordKey },
            Start = Write(layout.Start),
            End = { layout.End.Select(Write) },
            EndsWithStartMonth = layout.EndsWithStartMonth,
            Dates = { layout.Dates.Select(Write) },
            ClosedStatuses = { layout.ClosedStatuses },
            Forbidden = { layout.Forbidden },
            ExpectedDays = layout.ExpectedDays,
            Sensitivity = layout.Sensitive ? FeedSensitivity.Special : FeedSensitivity.Ordinary,
            Thresholds = new FeedThresholds { TruncatedBelow = layout.TruncatedBelow, MassChangeAbove = layout.MassChangeAbove },
            Resident = layout.Resident is { } resident ? Write(resident) : null,
            Person = layout.Person is { } person ? Write(person) : null,
            Measure = layout.Measure is { } measure ? Write(measure) : null,
            Area = layout.Area is { } area ? Write(area) : null,
            Welfare = layout.Welfare,
        };
        if (layout.Status is { } status)
        {
            definition.Status = new FeedStatus { Column = status.Column ?? "", Open = status.Open ?? "", Ended = status.Ended ?? "" };
            definition.Status.Codes.Add(status.Codes.OrNone());
        }
        if (layout.Detail is { } detail)
        {
            definition.Detail = new FeedCodedColumn { Column = detail.Column };
            definition.Detail.Codes.Add(detail.Codes.OrNone());
        }
        return definition;
    }

    static Wire.FeedKind Write(FeedKind kind) => kind switch
    {
        FeedKind.Involvement => Wire.FeedKind.Involvement,
        FeedKind.Residents => Wire.FeedKind.Residents,
        FeedKind.ProtectiveMeasures => Wire.FeedKind.ProtectiveMeasures,
        FeedKind.Areas => Wire.FeedKind.Areas,
    };

    static FeedMeasure Write(MeasureColumns measure) => new()
    {
        Opponents = { measure.Opponents },
        Companions = { measure.Companions },
        Separators = measure.Separators,
    };

    static FeedArea Write(AreaColumns area) => new()
    {
        TownCode = area.TownCode,
        SchoolDistrict = area.SchoolDistrict,
        Town = area.Town ?? "",
        CareArea = area.CareArea ?? "",
        District = area.District ?? "",
    };

    static FeedKey? Write(KeyColumn? key) => key is null ? null : new FeedKey { Column = key.Column, Role = key.Role };

    static FeedDate? Write(DateColumn? date) =>
        date is null ? null : new FeedDate { Column = date.Column, Style = date.Style, None = { date.None } };

    static FeedPerson Write(PersonColumns person)
    {
        var written = new FeedPerson
        {
            Name = person.Name ?? "",
            Kana = person.Kana ?? "",
            BirthDate = Write(person.BirthDate),
            Sex = person.Sex ?? "",
            Address = person.Address ?? "",
            Phone = person.Phone ?? "",
        };
        foreach (var (code, sex) in person.SexCodes)
            written.SexCodes[code] = HouseholdWire.ToWire(sex);
        return written;
    }

    static FeedResident Write(ResidentColumns resident)
    {
        var written = new FeedResident
        {
            HouseholdNumber = resident.HouseholdNumber,
            Status = resident.Status,
            Name = resident.Name,
            Kana = resident.Kana,
            FormerFamilyName = resident.FormerFamilyName ?? "",
            Alias = resident.Alias ?? "",
            AliasKana = resident.AliasKana ?? "",
            RomanName = resident.RomanName ?? "",
            Sex = resident.Sex,
            BirthDate = Write(resident.BirthDate),
            RelationshipCodes = { resident.RelationshipCodes },
            Relationship = resident.Relationship,
            Position = resident.Position,
            PostalCode = resident.PostalCode ?? "",
            TownCode = resident.TownCode ?? "",
            Address = { resident.Address },
            Building = resident.Building ?? "",
            Nationality = resident.Nationality ?? "",
            Phone = resident.Phone ?? "",
            ChangedOn = Write(resident.ChangedOn),
        };
        foreach (var (code, status) in resident.StatusCodes)
            written.StatusCodes[code] = HouseholdWire.ToWire(status);
        foreach (var (code, sex) in resident.SexCodes)
            written.SexCodes[code] = HouseholdWire.ToWire(sex);
        return written;
    }

    static Dictionary<string, string> OrNone(this IReadOnlyDictionary<string, string>? codes) => codes?.ToDictionary() ?? [];
}
