using System.Collections.Concurrent;
using Google.Protobuf.Reflection;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Access;
using Xunit;

namespace Tsunagu.Tests.Integration.Access;

/// <summary>Every cell of the access table, asked of running services: operation × role × standing × with and without a purpose.</summary>
[Collection(typeof(WholeSuite))]
public sealed class AccessTableTests(AccessStage stage)
{
    const int AtOnce = 12;

    static readonly AccessTable Table = AccessTable.Read();

    static readonly Dictionary<string, MethodDescriptor> Methods = ContractFiles.Methods.ToDictionary(method => $"{method.Service.Name}.{method.Name}");

    [Fact]
    public async Task EveryCell_AnswersAsExpected()
    {
        var requests = Requests.For(stage);
        Assert.Equal(Table.Rows.Select(row => row.Operation).Order(StringComparer.Ordinal), requests.Keys.Order(StringComparer.Ordinal));

        var cells = from row in Table.Rows
                    from role in AccessTable.Roles
                    from standing in role == Role.Service ? [Standing.Stranger] : Enum.GetValues<Standing>()
                    from purpose in new[] { true, false }
                    select (row, role, standing, purpose);
        var wrong = new ConcurrentQueue<string>();
        var asked = 0;
        await Parallel.ForEachAsync(cells, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (cell, _) =>
        {
            var (row, role, standing, purpose) = cell;
            var request = requests[row.Operation];
            var method = Methods[row.Operation];
            var expected = Expected(row, role, standing, purpose);
            var answer = await Outcome.OfAsync(stage.As(method, role, standing, purpose), method, await request.Parts(), request.Listed);
            if (request.Missing && answer == "no")
                answer = "yes";
            Interlocked.Increment(ref asked);
            if (answer != expected)
                wrong.Enqueue($"{row.Operation} by {role} as {standing} {(purpose ? "with" : "without")} a purpose: {answer}, not {expected}");
        });

        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {asked} cells:\n{string.Join('\n', wrong.Order(StringComparer.Ordinal).Take(40))}");
        Assert.True(asked > 4000, $"Only {asked} cells were asked.");
    }

    static string Expected(AccessRow row, Role role, Standing standing, bool purpose) =>
        !row.Roles.Contains(role) ? "ROLE_NOT_PERMITTED"
        : row.Purpose && !purpose ? "PURPOSE_MISSING"
        : Table.Standings[row.Rows][(int)standing];
}
