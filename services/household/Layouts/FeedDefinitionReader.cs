using Google.Protobuf.Collections;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.ServiceDefaults.Primitives;
using DomainSex = Tsunagu.Households.Domain.Sex;
using DomainStatus = Tsunagu.Households.Domain.ResidentStatus;
using Quoting = Tsunagu.Households.Parsing.Quoting;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households.Layouts;

/// <summary>Reads the contract's definition of a feed: the layout that imports work with.</summary>
static class FeedDefinitionReader
{
    /// <summary>The layout; it can be worked with when there is no problem.</summary>
    /// <param name="definition">As received or stored.</param>
    /// <param name="version">Its version, from 1.</param>
    /// <param name="problems">Everything that is wrong, by field path within the definition.</param>
    public static FeedLayout Read(FeedDefinition definition, int version, out IReadOnlyList<FieldViolation> problems)
    {
        var found = new List<FieldViolation>();
        var layout = new FeedLayout
        {
            FeedId = definition.FeedId,
            Version = version,
            Kind = Kind(definition.Kind, found),
            Scheme = definition.Scheme,
            Department = definition.Department,
            Contact = definition.Contact,
            File = File(definition.File ?? new FeedFile(), found),
            Key = Key(definition.Key),
            SecondKey = Key(definition.SecondKey),
            RecordKey = [.. definition.RecordKey],
            Status = Status(definition.Status),
            Detail = definition.Detail is { } detail ? new CodedColumn { Column = detail.Column, Codes = Codes(detail.Codes) } : null,
            Start = Date(definition.Start),
            End = [.. definition.End.Select(Date).OfType<DateColumn>()],
            EndsWithStartMonth = definition.EndsWithStartMonth,
            Dates = [.. definition.Dates.Select(Date).OfType<DateColumn>()],
            Person = definition.Person is { } person ? Person(person, found) : null,
            ClosedStatuses = [.. definition.ClosedStatuses],
            Forbidden = [.. definition.Forbidden],
            TruncatedBelow = definition.Thresholds is { HasTruncatedBelow: true } cut ? cut.TruncatedBelow : 0.7,
            MassChangeAbove = definition.Thresholds is { HasMassChangeAbove: true } mass ? mass.MassChangeAbove : 0.3,
            ExpectedDays = definition.ExpectedDays == 0 ? 4 : definition.ExpectedDays,
            Sensitive = definition.Sensitivity == FeedSensitivity.Special,
            Resident = definition.Resident is { } resident ? Resident(resident, found) : null,
            Measure = definition.Measure is { } measure ? Measure(measure) : null,
            Area = definition.Area is { } area ? Area(area) : null,
            Welfare = definition.Welfare,
        };
        if (!Enum.IsDefined(definition.Sensitivity))
            found.Add(new("sensitivity", "選択肢にない値です。"));
        found.AddRange(LayoutCheck.Problems(layout).Where(p => found.TrueForAll(f => f.Field != p.Field)));
        problems = found;
        return layout;
    }

    static FeedKind Kind(Wire.FeedKind kind, List<FieldViolation> problems)
    {
        if (!Enum.IsDefined(kind))
            problems.Add(new("kind", "選択肢にない値です。"));
        return kind switch
        {
            Wire.FeedKind.Residents => FeedKind.Residents,
            Wire.FeedKind.ProtectiveMeasures => FeedKind.ProtectiveMeasures,
            Wire.FeedKind.Areas => FeedKind.Areas,
            _ => FeedKind.Involvement,
        };
    }

    static MeasureColumns Measure(FeedMeasure measure) => new()
    {
        Opponents = [.. measure.Opponents],
        Companions = [.. measure.Companions],
        Separators = measure.Separators,
    };

    static AreaColumns Area(FeedArea area) => new()
    {
        TownCode = area.TownCode,
        SchoolDistrict = area.SchoolDistrict,
        Town = OrNull(area.Town),
        CareArea = OrNull(area.CareArea),
        District = OrNull(area.District),
    };

    static FileLayout File(FeedFile file, List<FieldViolation> problems)
    {
        if (!Enum.IsDefined(file.Quoting))
            problems.Add(new("file.quoting", "選択肢にない値です。"));
        return new FileLayout
        {
            Encoding = file.Encoding,
            // None stands for anything that is not one character; the check refuses it.
            Delimiter = file.Delimiter.Length == 1 ? file.Delimiter[0] : '\0',
            Quoting = file.Quoting == FeedQuoting.None ? Quoting.None : Quoting.Quoted,
            HeaderRows = file.HeaderRows,
            Columns = [.. file.Columns],
            TrailerFirstCell = OrNull(file.TrailerFirstCell),
        };
    }

    static KeyColumn? Key(FeedKey? key) => key is null ? null : new KeyColumn { Column = key.Column, Role = key.Role };

    static StatusRule? Status(FeedStatus? status) => status is null ? null : new StatusRule
    {
        Column = OrNull(status.Column),
        Codes = Codes(status.Codes),
        Open = OrNull(status.Open),
        Ended = OrNull(status.Ended),
    };

    static DateColumn? Date(FeedDate? date) =>
        date is null ? null : new DateColumn { Column = date.Column, Style = date.Style, None = [.. date.None] };

    static PersonColumns Person(FeedPerson person, List<FieldViolation> problems) => new()
    {
        Name = OrNull(person.Name),
        Kana = OrNull(person.Kana),
        BirthDate = Date(person.BirthDate),
        Sex = OrNull(person.Sex),
        SexCodes = Sexes(person.SexCodes, "person.sex_codes", problems),
        Address = OrNull(person.Address),
        Phone = OrNull(person.Phone),
    };

    static ResidentColumns Resident(FeedResident resident, List<FieldViolation> problems)
    {
        if (resident.BirthDate is null)
            problems.Add(new("resident.birth_date", "必須項目です。"));
        return new ResidentColumns
        {
            HouseholdNumber = resident.HouseholdNumber,
            Status = resident.Status,
            StatusCodes = Statuses(resident.StatusCodes, problems),
            Name = resident.Name,
            Kana = resident.Kana,
            FormerFamilyName = OrNull(resident.FormerFamilyName),
            Alias = OrNull(resident.Alias),
            AliasKana = OrNull(resident.AliasKana),
            RomanName = OrNull(resident.RomanName),
            Sex = resident.Sex,
            SexCodes = Sexes(resident.SexCodes, "resident.sex_codes", problems),
            BirthDate = Date(resident.BirthDate) ?? new DateColumn { Column = "", Style = "" },
            RelationshipCodes = [.. resident.RelationshipCodes],
            Relationship = resident.Relationship,
            Position = resident.Position,
            PostalCode = OrNull(resident.PostalCode),
            TownCode = OrNull(resident.TownCode),
            Address = [.. resident.Address],
            Building = OrNull(resident.Building),
            Nationality = OrNull(resident.Nationality),
            Phone = OrNull(resident.Phone),
            ChangedOn = Date(resident.ChangedOn),
        };
    }

    static Dictionary<string, DomainStatus> Statuses(IEnumerable<KeyValuePair<string, Wire.ResidentStatus>> codes, List<FieldViolation> problems)
    {
        var read = new Dictionary<string, DomainStatus>();
        foreach (var (code, status) in codes)
        {
            if (StatusOf(status) is { } known)
                read[code] = known;
            else
                problems.Add(new("resident.status_codes", "選択肢にない値です。"));
        }
        return read;
    }

    static Dictionary<string, DomainSex> Sexes(IEnumerable<KeyValuePair<string, Wire.Sex>> codes, string field, List<FieldViolation> problems)
    {
        var read = new Dictionary<string, DomainSex>();
        foreach (var (code, sex) in codes)
        {
            if (!Enum.IsDefined(sex))
                problems.Add(new(field, "選択肢にない値です。"));
            read[code] = sex switch { Wire.Sex.Male => DomainSex.Male, Wire.Sex.Female => DomainSex.Female, _ => DomainSex.Unrecorded };
        }
        return read;
    }

    static DomainStatus? StatusOf(Wire.ResidentStatus status) => status switch
    {
        Wire.ResidentStatus.Current => DomainStatus.Current,
        Wire.ResidentStatus.MovedOut => DomainStatus.MovedOut,
        Wire.ResidentStatus.Deceased => DomainStatus.Deceased,
        Wire.ResidentStatus.Removed => DomainStatus.Removed,
        _ => null,
    };

    static Dictionary<string, string>? Codes(MapField<string, string> codes) => codes.Count == 0 ? null : new(codes);

    static string? OrNull(string text) => text.Length == 0 ? null : text;
}
