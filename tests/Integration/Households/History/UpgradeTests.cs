using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Data;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Households.History;

/// <summary>A database of an earlier release keeps its data: what it held before there was history becomes the first version.</summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    const string BeforeHistory = "20261122101500_OneDirectory";
    const string BeforeWithdrawingAgencies = "20261122235900_LinkSpanWalls";

    TestSuite suite = null!;
    string database = "";

    public async ValueTask InitializeAsync()
    {
        suite = await TestSuite.StartAsync();
        database = await TestServers.NameDatabaseAsync("household");
    }

    public ValueTask DisposeAsync() => suite.DisposeAsync();

    [Fact]
    public async Task DatabaseFromBeforeHistory_ReadsAsItDid_AndKnowsWhatWasWithdrawn()
    {
        await GoBackAsync(BeforeHistory, Old);

        var host = await StartAsync();
        var caseworker = new HouseholdService.HouseholdServiceClient(host.As(suite.Issuer.ForStaff("staff-01", "welfare-general", "caseworker"), "consultation"));
        const string Household = "00000000-0000-0000-0000-0000000000b1";
        var now = await caseworker.GetHouseholdViewAsync(new() { HouseholdId = Household });
        Assert.Equal(["OLD A"], now.Members.Select(m => m.Resident.Name));
        Assert.Equal(["受給中|2024-05-01||3"], Facts(now));

        // On 3 May (Japan) the second file had not come: the other person and the first record were there.
        var then = await caseworker.GetHouseholdViewAsync(new() { HouseholdId = Household, AsOf = "2026-05-03" });
        Assert.Equal(["OLD A", "OLD B"], then.Members.Select(m => m.Resident.Name));
        Assert.Equal(["停止中|2024-05-01||2"], Facts(then));
        Assert.Equal(["f-1.csv"], then.Members.SelectMany(m => m.Involvement).Select(i => i.Source.FileName));
        var foreseen = await caseworker.GetHouseholdViewAsync(
            new() { HouseholdId = Household, AsOf = "2026-06-01", KnownAt = new() { Seconds = new DateTimeOffset(2026, 5, 3, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds() } });
        Assert.Equal(["停止中|2024-05-01||2"], Facts(foreseen));
    }

    // Revision 1 is of the tax office, 2 of the school: whoever withdrew may have written either, or neither.
    [Theory]
    [InlineData("staff-tax", "tax")]
    [InlineData("staff-school", "school")]
    [InlineData("staff-third", null)]
    [InlineData(null, null)]
    public async Task WithdrawnFact_IsOfTheAgencyOfWhoeverWithdrewIt_WhenThatWroteItToo(string? withdrawnBy, string? agency)
    {
        await GoBackAsync(
            BeforeWithdrawingAgencies,
            """
            insert into support_households (id, staff_id, agency_id, created_at) values ('00000000-0000-0000-0000-0000000000b1', 'staff-tax', 'tax', now());
            insert into support_facts (id, household_id, kind, revision, withdrawn_at, withdrawn_by, withdrawal_reason)
            select '00000000-0000-0000-0000-0000000000f1', '00000000-0000-0000-0000-0000000000b1', 'Member', 2, case when who is null then null else now() end, who, ''
            from (select nullif({0}, '')) w (who);
            insert into support_fact_versions (fact_id, revision, content, kind, source_kind, source_note, staff_id, agency_id, reason, known_from)
            select '00000000-0000-0000-0000-0000000000f1', revision, '{{}}', 'Member', 'Visit', '', staff, agency, '', now()
            from (values (1, 'staff-tax', 'tax'), (2, 'staff-school', 'school')) v (revision, staff, agency)
            """,
            withdrawnBy ?? "");

        await using (await StartAsync())
        {
            // Migrates to this release.
        }
        await using var owner = Owner();
        Assert.Equal(
            agency,
            await owner.Database.SqlQueryRaw<string?>("select withdrawn_agency as \"Value\" from support_facts").SingleAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Leaves a database of an earlier release with the data it held then.</summary>
    async Task GoBackAsync(string migration, string data, params object[] values)
    {
        await using (await StartAsync())
        {
            // Roles and database come with the first start.
        }
        await using (var db = Owner())
            await db.GetService<IMigrator>().MigrateAsync(migration, TestContext.Current.CancellationToken);
        await using (var db = Owner())
            _ = await db.Database.ExecuteSqlRawAsync(data, values, TestContext.Current.CancellationToken);
    }

    static IEnumerable<string> Facts(HouseholdView view) =>
        view.Members.SelectMany(m => m.Involvement).Select(i => $"{i.Status}|{i.StartDate}|{i.EndDate}|{i.Source.Line}");

    Task<ServiceHost> StartAsync() => suite.StartAsync("household", ("ConnectionStrings:household-db", database));

    HouseholdDbContext Owner() => new(
        new DbContextOptionsBuilder<HouseholdDbContext>()
            .UseNpgsql(new NpgsqlConnectionStringBuilder(database) { Options = "-c role=household_owner", Pooling = false }.ConnectionString).Options);

    // Two files of a register and of a feed, as the tables held them then: B left the register, the record left the feed and came back in another state.
    const string Old =
        """
        insert into imports (id, feed_id, layout_version, state, file_name, staff_id, agency_id, sha256, bytes, rows, good_rows, rejected_rows,
          unlinked_rows, added, ended, changed, dropped_columns, received_at, finished_at, problem_code)
        select ('00000000-0000-0000-0000-0000000000' || id)::uuid, feed, 1, 'Applied', file, 'admin-01', 'a', file, 1, 2, 2, 0, 0, 2, 0, 0, array[]::text[],
          at, at + interval '1 second', ''
        from (values
          ('a1', 'residents', 'r-1.csv', '2026-05-01 20:00Z'::timestamptz), ('a2', 'residents', 'r-2.csv', '2026-05-03 20:00Z'),
          ('a3', '14_seikatsu_hogo', 'f-1.csv', '2026-05-01 20:01Z'), ('a4', '14_seikatsu_hogo', 'f-2.csv', '2026-05-03 20:01Z'),
          ('a5', '14_seikatsu_hogo', 'f-3.csv', '2026-05-04 20:01Z')) i (id, feed, file, at);
        insert into households (id, number, first_import_id, known_from)
        values ('00000000-0000-0000-0000-0000000000b1', '000000000000001', '00000000-0000-0000-0000-0000000000a1', '2026-05-01 20:00:01Z');
        insert into residents (id, number, household_id, status, sex, name, kana, former_family_name, alias, alias_kana, roman_name, birth_date,
          relationship_codes, relationship, position, postal_code, town_code, address, phone, nationality, search_names, search_kana, hash,
          first_import_id, import_id, known_from, withdrawn_import_id)
        select ('00000000-0000-0000-0000-0000000000' || id)::uuid, number, '00000000-0000-0000-0000-0000000000b1', 0, 0, name, '', '', '', '', '', '',
          array['02'], '', 1, '', '', '', '', '', '|' || name || '|', '', gen_random_uuid(), '00000000-0000-0000-0000-0000000000a1',
          '00000000-0000-0000-0000-0000000000a1', '2026-05-01 20:00:01Z', gone::uuid
        from (values
          ('c1', '000000000000011', 'OLD A', null), ('c2', '000000000000012', 'OLD B', '00000000-0000-0000-0000-0000000000a2')) r (id, number, name, gone);
        insert into involvements (id, feed_id, record_key, occurrence, status, detail, start_date, line, held, hash, first_import_id, import_id,
          known_from, withdrawn_import_id)
        select ('00000000-0000-0000-0000-0000000000' || id)::uuid, '14_seikatsu_hogo', 'k', 1, status, '', '2024-05-01', line, false, gen_random_uuid(),
          ('00000000-0000-0000-0000-0000000000' || first)::uuid, ('00000000-0000-0000-0000-0000000000' || first)::uuid, at, gone::uuid
        from (values
          ('d1', '停止中', 2, 'a3', '2026-05-01 20:01:01Z'::timestamptz, '00000000-0000-0000-0000-0000000000a4'),
          ('d2', '受給中', 3, 'a5', '2026-05-04 20:01:01Z', null)) v (id, status, line, first, at, gone);
        insert into involvement_persons (involvement_id, role, resident_number, resident_id)
        select id, '本人', '000000000000011', '00000000-0000-0000-0000-0000000000c1' from involvements;
        """;
}
