using Google.Protobuf.Reflection;
using Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>Codes of the kinds of agency, as events, tables and files write them: the names of the contract in lower case, without their prefix.</summary>
public static class AgencyKindCodes
{
    const string Prefix = "AGENCY_KIND_";

    static readonly Dictionary<string, AgencyKind> Kinds = DirectoryReflection.Descriptor.EnumTypes.Single(type => type.Name == nameof(AgencyKind)).Values
        .Where(value => value.Number > 0)
        .ToDictionary(Code, value => (AgencyKind)value.Number, StringComparer.Ordinal);

    static readonly Dictionary<AgencyKind, string> Codes = Kinds.ToDictionary(kind => kind.Value, kind => kind.Key);

    /// <summary>Code of a kind, such as <c>npo</c>; null when it is none.</summary>
    public static string? Find(AgencyKind kind) => Codes.GetValueOrDefault(kind);

    /// <summary>The kind of a code; unspecified when there is none.</summary>
    public static AgencyKind KindOf(string code) => Kinds.GetValueOrDefault(code);

    static string Code(EnumValueDescriptor value) => value.Name[Prefix.Length..].ToLowerInvariant();
}
