using Google.Protobuf.Reflection;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Access;
using Xunit;

namespace Tsunagu.Tests.Contract;

/// <summary>The contract against the expectation that was written by hand from the rules.</summary>
public sealed class AccessTableTests
{
    static readonly AccessTable Expected = AccessTable.Read();

    static readonly IReadOnlyDictionary<string, AccessOption> Options = ContractFiles.Methods.ToDictionary(Name, Suite.Access);

    [Fact]
    public void EveryOperation_StandsInTheTableOnce_AndNothingElseDoes() =>
        Assert.Equal(Options.Keys.Order(StringComparer.Ordinal), Expected.Rows.Select(row => row.Operation).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryCell_IsAsExpected() =>
        Assert.Empty(Expected.Rows.SelectMany(row => Differences(row, Options[row.Operation])));

    /// <summary>The test above can fail: whatever is changed in the access option of whatever operation makes a difference.</summary>
    [Fact]
    public void AnyChangeOfAnyOption_IsADifference() =>
        Assert.Empty(
            from row in Expected.Rows
            from change in Changes(Options[row.Operation])
            where !Differences(row, change).Any()
            select $"{row.Operation}: {change}");

    static string Name(MethodDescriptor method) => $"{method.Service.Name}.{method.Name}";

    /// <summary>The cells of an operation, role × purpose given or not × rows × record, that are not as expected.</summary>
    static IEnumerable<string> Differences(AccessRow row, AccessOption option)
    {
        foreach (var role in AccessTable.Roles)
            foreach (var given in new[] { true, false })
            {
                var (expected, actual) = (Answer(row.Roles.Contains(role), row.Purpose, given), Answer(option.Roles.Contains(role), option.PurposeRequired, given));
                if (expected != actual)
                    yield return $"{row.Operation} by {role} {(given ? "with" : "without")} a purpose: {expected} expected, {actual} in the contract";
            }

        if (RuleOf(row.Rows) != option.Rows)
            yield return $"{row.Operation} for rows: {row.Rows} expected, {option.Rows} in the contract";
        if (row.Record != option.Audit)
            yield return $"{row.Operation} on record: {row.Record} expected, {option.Audit} in the contract";
    }

    static string Answer(bool permitted, bool purposeRequired, bool purposeGiven) =>
        !permitted ? "ROLE_NOT_PERMITTED" : purposeRequired && !purposeGiven ? "PURPOSE_MISSING" : "reached";

    static RowRule RuleOf(string rows) => rows switch
    {
        "shared" or "shared, own told" or "city's" => RowRule.Shared,
        "new" or "seen" or "own" or "own, told" or "own, seen told" or "own, grantee told" or "own list" => RowRule.OwnAgency,
        "both" or "both list" or "grantee" or "grantee list" => RowRule.OwnOrReceiver,
        "granted" => RowRule.OwnOrGranted,
        "any" => RowRule.BreakGlass,
        _ => throw new FormatException($"No rule for rows '{rows}'."),
    };

    // Each role taken away or added, the purpose turned, every other rule for rows, every other record.
    static IEnumerable<AccessOption> Changes(AccessOption option)
    {
        foreach (var role in AccessTable.Roles)
        {
            var change = option.Clone();
            if (!change.Roles.Remove(role))
                change.Roles.Add(role);
            yield return change;
        }

        yield return new AccessOption(option) { PurposeRequired = !option.PurposeRequired };
        foreach (var rule in Enum.GetValues<RowRule>().Where(rule => rule != option.Rows))
            yield return new AccessOption(option) { Rows = rule };
        foreach (var audit in Enum.GetValues<Audit>().Where(audit => audit != option.Audit))
            yield return new AccessOption(option) { Audit = audit };
    }
}
