using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Tsunagu.Households.Documents;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households.Flags;

/// <summary>Rules to wire and back. On the wire an empty list asks nothing.</summary>
static class FlagWire
{
    public static Wire.FlagRules ToWire(this DocumentVersion<FlagRules> version)
    {
        var rules = FlagRules.Parse(version.Document);
        return new()
        {
            Version = version.Version.ToString(CultureInfo.InvariantCulture),
            Facilities = { rules.Facilities },
            Rules = { rules.Rules.Select(ToWire) },
            ChangedAt = version.ChangedAt.ToTimestamp(),
            StaffId = version.StaffId,
            Reason = version.Reason,
        };
    }

    /// <summary>What a problem of a document means, for those who edit it.</summary>
    public static string Say(FlagProblem problem) => problem switch
    {
        FlagProblem.Blank => "空欄にはできません。",
        FlagProblem.TooLong => "40文字以内にしてください。",
        FlagProblem.CodeInvalid => "半角英小文字・数字・_で40文字以内にしてください。",
        FlagProblem.CodeRepeated => "同じコードが二度使われています。",
        FlagProblem.AsksNothing => "条件を一つ以上指定してください。",
        FlagProblem.RangeInvalid => "範囲の指定が正しくありません。",
    };

    static Wire.FlagRule ToWire(FlagRule rule) => new() { Code = rule.Code, Name = rule.Name, When = ToWire(rule.When) };

    public static FlagRules Rules(IEnumerable<string> facilities, IEnumerable<Wire.FlagRule> rules) => new()
    {
        Facilities = [.. facilities],
        Rules = [.. rules.Select(rule => new FlagRule { Code = rule.Code, Name = rule.Name, When = Condition(rule.When ?? new()) })],
    };

    static Wire.FlagCondition ToWire(FlagCondition condition)
    {
        var wire = new Wire.FlagCondition
        {
            Every = { Traits(condition.Every) },
            Some = { Traits(condition.Some) },
            None = { Traits(condition.None) },
            AllOf = { (condition.AllOf ?? []).Select(ToWire) },
            AnyOf = { (condition.AnyOf ?? []).Select(ToWire) },
        };
        if (condition.MembersFrom is { } from)
            wire.MembersFrom = from;
        if (condition.MembersTo is { } to)
            wire.MembersTo = to;
        if (condition.Facility is { } facility)
            wire.Facility = facility;
        return wire;
    }

    static IEnumerable<Wire.MemberTrait> Traits(IReadOnlyList<MemberTrait>? traits) => (traits ?? []).Select(ToWire);

    /// <summary>A trait; what it does not ask is empty.</summary>
    public static Wire.MemberTrait ToWire(MemberTrait trait)
    {
        var wire = new Wire.MemberTrait
        {
            Kin = { trait.Kin ?? [] },
            OpenScheme = { trait.OpenScheme ?? [] },
            NoOpenScheme = { trait.NoOpenScheme ?? [] },
        };
        if (trait.AgeFrom is { } from)
            wire.AgeFrom = from;
        if (trait.AgeTo is { } to)
            wire.AgeTo = to;
        if (trait.Foreign is { } foreign)
            wire.Foreign = foreign;
        return wire;
    }

    static FlagCondition Condition(Wire.FlagCondition wire) => new()
    {
        MembersFrom = wire.HasMembersFrom ? wire.MembersFrom : null,
        MembersTo = wire.HasMembersTo ? wire.MembersTo : null,
        Every = List(wire.Every, Trait),
        Some = List(wire.Some, Trait),
        None = List(wire.None, Trait),
        Facility = wire.HasFacility ? wire.Facility : null,
        AllOf = List(wire.AllOf, Condition),
        AnyOf = List(wire.AnyOf, Condition),
    };

    /// <summary>A trait as received.</summary>
    public static MemberTrait Trait(Wire.MemberTrait wire) => new()
    {
        AgeFrom = wire.HasAgeFrom ? wire.AgeFrom : null,
        AgeTo = wire.HasAgeTo ? wire.AgeTo : null,
        Kin = List(wire.Kin, code => code),
        Foreign = wire.HasForeign ? wire.Foreign : null,
        OpenScheme = List(wire.OpenScheme, word => word),
        NoOpenScheme = List(wire.NoOpenScheme, word => word),
    };

    static List<TTo>? List<TFrom, TTo>(IReadOnlyCollection<TFrom> from, Func<TFrom, TTo> map) => from.Count == 0 ? null : [.. from.Select(map)];
}
