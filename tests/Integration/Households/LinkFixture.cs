using Npgsql;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>The registered city, a list of people without a key beside it, and a look into the tables that tell whom it is about.</summary>
public sealed class LinkFixture : RegisteredCity
{
    /// <summary>Possible links in a state.</summary>
    public async Task<IReadOnlyList<LinkCandidate>> InAsync(LinkState state) =>
        (await Links.SearchLinkCandidatesAsync(new() { State = state, PageSize = 100 })).Candidates;

    /// <summary>What the view of the resident's household says of the resident's involvement in the feed without a key.</summary>
    /// <param name="resident">The resident.</param>
    /// <param name="known">What was known then; now when null.</param>
    public async Task<IReadOnlyList<Involvement>> InvolvementAsync(Resident resident, DateTimeOffset? known = null)
    {
        var view = await this.HouseholdAsync(resident.HouseholdId, knownAt: known);
        return [.. view.Members.Single(m => m.Resident.ResidentId == resident.ResidentId).Involvement.Where(i => i.FeedId == KeylessList.Feed)];
    }

    /// <summary>Every row that tells whom a record is about, as the database's owner sees it.</summary>
    public async Task<IReadOnlyList<string>> TablesAsync()
    {
        await using var connection = new NpgsqlConnection(Database);
        await connection.OpenAsync();
        var rows = new List<string>();
        foreach (var table in new[] { "possible_links", "involvement_persons", "involvement_descriptions" })
        {
            await using var command = new NpgsqlCommand($"select '{table} ' || t::text from {table} t order by 1", connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(reader.GetString(0));
        }
        return rows;
    }
}
