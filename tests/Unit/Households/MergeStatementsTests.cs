using System.Text.RegularExpressions;
using Tsunagu.Households.Imports;
using Tsunagu.Households.Layouts;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed partial class MergeStatementsTests
{
    // To the statistics of a table the rows of an import that runs are new: a planner takes them for one, and looks through all that was staged for each of them.
    [Fact]
    public void WhatComparesStagedRowsWithThoseTheImportWrote_RunsWithoutLoops()
    {
        string[] compare = [.. Enum.GetValues<FeedKind>().Select(MergeStatements.Of)
            .SelectMany(all => all.Prepare.Concat(all.Apply).Concat(all.LateApply).Concat(all.After).Append(all.Count).Append(all.LateCount))
            .Where(Compares)];

        Assert.NotEmpty(compare);
        Assert.All(compare, statement => Assert.StartsWith("set local enable_nestloop = off", statement, StringComparison.Ordinal));
    }

    static bool Compares(string statement) => statement.Contains("staged_", StringComparison.Ordinal) && OwnRows().IsMatch(statement);

    // Of a staged table the alias is s.
    [GeneratedRegex(@"\b[a-rt-z]\.import_id = @import")]
    private static partial Regex OwnRows();
}
