using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Tsunagu.Households.Documents;
using Tsunagu.Households.Flags;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households.LifeEvents;

/// <summary>The table of procedures to wire and back. On the wire an empty list asks nothing.</summary>
static class ProcedureWire
{
    public static Wire.ProcedureTable ToWire(this DocumentVersion<ProcedureTable> version)
    {
        var table = ProcedureTable.Parse(version.Document);
        return new()
        {
            Version = version.Version.ToString(CultureInfo.InvariantCulture),
            Ages = { table.Ages },
            Procedures = { table.Procedures.Select(ToWire) },
            ChangedAt = version.ChangedAt.ToTimestamp(),
            StaffId = version.StaffId,
            Reason = version.Reason,
        };
    }

    /// <summary>What a problem of a document means, for those who edit it.</summary>
    public static string Say(ProcedureProblem problem) => problem switch
    {
        ProcedureProblem.Blank => "空欄にはできません。",
        ProcedureProblem.TooLong => "文字数が多すぎます。",
        ProcedureProblem.CodeInvalid => "半角英小文字・数字・_で60文字以内にしてください。",
        ProcedureProblem.CodeRepeated => "同じコードが二度使われています。",
        ProcedureProblem.AgeInvalid => "年齢は1から120までで、一覧に一度だけ挙げたものを指定してください。",
        ProcedureProblem.NotOfTheEvent => "このライフイベントには指定できません。",
        ProcedureProblem.RangeInvalid => "範囲の指定が正しくありません。",
    };

    /// <summary>The table as received.</summary>
    /// <exception cref="ServiceDefaults.Primitives.Refusal">FIELD_INVALID: a kind that the contract does not have.</exception>
    public static ProcedureTable Table(IEnumerable<int> ages, IEnumerable<Wire.Procedure> procedures) => new()
    {
        Ages = [.. ages],
        Procedures = [.. procedures.Select((row, index) => Row(row, index))],
    };

    static Wire.Procedure ToWire(Procedure row)
    {
        var wire = new Wire.Procedure
        {
            Code = row.Code,
            Kind = LifeEventWire.ToWire(row.Kind),
            EventSchemes = { row.EventSchemes ?? [] },
            Scheme = row.Scheme,
            Name = row.Name,
            Department = row.Department,
            Note = row.Note,
            Who = row.Who is { } who ? FlagWire.ToWire(who) : null,
            Beside = row.Beside is { } beside ? FlagWire.ToWire(beside) : null,
        };
        if (row.Age is { } age)
            wire.Age = age;
        if (row.WithinDays is { } days)
            wire.WithinDays = days;
        return wire;
    }

    static Procedure Row(Wire.Procedure wire, int index) => new()
    {
        Code = wire.Code,
        Kind = LifeEventWire.Kind(wire.Kind, $"procedures[{index}].kind"),
        Age = wire.HasAge ? wire.Age : null,
        EventSchemes = wire.EventSchemes.Count == 0 ? null : [.. wire.EventSchemes],
        Scheme = wire.Scheme,
        Name = wire.Name,
        Department = wire.Department,
        WithinDays = wire.HasWithinDays ? wire.WithinDays : null,
        Note = wire.Note,
        Who = wire.Who is { } who ? FlagWire.Trait(who) : null,
        Beside = wire.Beside is { } beside ? FlagWire.Trait(beside) : null,
    };
}
