using Npgsql;
using Xunit;

namespace Tsunagu.Tests.Integration.Guarded;

/// <summary>Row-level security around what was opened in an emergency.</summary>
[Collection(nameof(GuardedGroup))]
public sealed class BreakGlassWallTests(WallFixture fixture)
{
    [Fact]
    public async Task BrokenGlass_IsSeenByTheTwoAgenciesAndWrittenByNobodysSession()
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var glass = await rescue.BreakAsync();

        foreach (var (agency, seen) in new[] { (rescue.Owner.Id, 1), (rescue.Opener.Id, 1), (WallFixture.NewAgency(), 0) })
        {
            Assert.Equal(seen, (await Of(agency).QueryAsync<int>(fixture["intake"], "select 1 from broken_glass")).Count);
            Assert.Equal(0, await Of(agency).RunAsync(fixture["intake"], "update broken_glass set verdict = 'Justified'"));
            Assert.Equal(0, await Of(agency).RunAsync(fixture["intake"], "delete from broken_glass"));
            Assert.Empty(await Of(agency).QueryAsync<int>(fixture["intake"], "select 1 from break_glass_attempts"));
            Assert.Equal(0, await Of(agency).RunAsync(fixture["intake"], "delete from break_glass_attempts"));
        }

        await AssertForbiddenAsync(Of(rescue.Owner.Id), "insert into broken_glass select (jsonb_populate_record(b, '{\"id\":\"" + Agency.NewId() + "\"}')).* from broken_glass b");
        await AssertForbiddenAsync(
            Of(rescue.Opener.Id), $"insert into grants select (jsonb_populate_record(g, '{{\"id\":\"{Agency.NewId()}\"}}')).* from grants g where id = '{glass.GrantId}'");
        Assert.Equal(0, await Of(rescue.Opener.Id).RunAsync(fixture["intake"], "update grants set expires_at = 'infinity'"));
        Assert.NotEmpty(await new Session(Principal: "handler:break-glass-acts").QueryAsync<int>(fixture["intake"], "select 1 from broken_glass"));
        Assert.Equal(0, await new Session(Principal: "handler:break-glass-acts").RunAsync(fixture["intake"], "update broken_glass set note = ''"));
    }

    [Theory]
    [InlineData("cases")]
    [InlineData("consultations")]
    public async Task WhoeverBreaksTheGlass_HoldsRecordsAndChangesNone(string table)
    {
        var rescue = await Rescue.BeginAsync(fixture);
        var id = table == "cases" ? rescue.Case.CaseId : rescue.Case.ConsultationId;
        var handler = new Session(Principal: "handler:break-glass");

        Assert.Equal(rescue.Owner.Id, Assert.Single(await handler.QueryAsync<string>(fixture["intake"], $"select agency_id from {table} where id = '{id}' for share")));
        await AssertForbiddenAsync(handler, $"update {table} set agency_id = '{rescue.Opener.Id}' where id = '{id}'");
        Assert.Equal(0, await handler.RunAsync(fixture["intake"], $"delete from {table} where id = '{id}'"));
    }

    static Session Of(string agency) => new(agency, $"{agency}-01", "consultation");

    async Task AssertForbiddenAsync(Session session, string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => session.RunAsync(fixture["intake"], sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
