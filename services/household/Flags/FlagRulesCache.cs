using Tsunagu.Households.Data;

namespace Tsunagu.Households.Flags;

/// <summary>Keeps the rules last read, so that a view need not parse them again.</summary>
sealed class FlagRulesCache
{
    volatile Read? last;

    /// <summary>The rules of a version.</summary>
    public FlagRules Of(FlagRulesVersion version)
    {
        if (last is { } read && read.Version == version.Version)
            return read.Rules;
        var rules = FlagRules.Parse(version.Document);
        last = new(version.Version, rules);
        return rules;
    }

    sealed record Read(int Version, FlagRules Rules);
}
