using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Tsunagu.ServiceDefaults;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

public sealed class RolesTests(Servers servers) : IClassFixture<Servers>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await (await ProbeHost.StartAsync(servers.Settings())).DisposeAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task ServiceLogin_OwnsNothingAndCannotBypassRowLevelSecurity()
    {
        Assert.False(await AsAdministrator<bool>(
            "select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication from pg_roles where rolname = 'probe_service'"));
        Assert.Equal(0, await AsAdministrator<long>("select count(*) from pg_shdepend d join pg_roles r on r.oid = d.refobjid where r.rolname = 'probe_service' and d.deptype = 'o'"));
        Assert.Equal(0, await AsAdministrator<long>("select count(*) from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = 'probe_service'"));
    }

    [Fact]
    public async Task EveryTable_BelongsToTheOwnerRoleThatNobodyLogsInAs()
    {
        Assert.Equal("probe_owner", await AsAdministrator<string>(
            "select string_agg(distinct tableowner, ',') from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"));
        Assert.False(await AsAdministrator<bool>("select rolcanlogin or rolsuper or rolbypassrls from pg_roles where rolname = 'probe_owner'"));
    }

    [Theory]
    [InlineData("create table t (i int)")]
    [InlineData("create schema s")]
    [InlineData("drop table notes")]
    [InlineData("alter table notes disable row level security")]
    [InlineData("create policy p on notes using (true)")]
    [InlineData("truncate notes")]
    [InlineData("set role probe_owner")]
    [InlineData("delete from \"__EFMigrationsHistory\"")]
    [InlineData("alter role probe_service bypassrls")]
    [InlineData("update audit_pending set staff = ''")]
    [InlineData("update audit_log set body = ''")]
    [InlineData("delete from audit_log")]
    [InlineData("delete from audit_checkpoints")]
    [InlineData("update audit_nodes set hash = ''")]
    [InlineData("delete from audit_nodes")]
    [InlineData("delete from grants")]
    public async Task ServiceLogin_MayNot(string statement)
    {
        var e = await Assert.ThrowsAsync<PostgresException>(() => Servers.QueryAsync<object>(servers.ServiceLogin, statement));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, e.SqlState);
    }

    [Fact]
    public async Task ServiceLogin_MayNotEnterTheDatabaseOfAnotherService()
    {
        var other = await TestServers.NameDatabaseAsync("other");
        await (await ProbeHost.StartAsync(
            servers.Settings(("ConnectionStrings:probe-db", other)), configure: builder => builder.AddServiceName("other"))).DisposeAsync();
        var theirs = new NpgsqlConnectionStringBuilder(servers.ServiceLogin) { Database = new NpgsqlConnectionStringBuilder(other).Database };
        var e = await Assert.ThrowsAsync<PostgresException>(() => Servers.QueryAsync<object>(theirs.ConnectionString, "select 1"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, e.SqlState);
    }

    [Fact]
    public async Task Replicas_StartTogetherOnAFreshDatabase()
    {
        var settings = servers.Settings(("ConnectionStrings:probe-db", await TestServers.NameDatabaseAsync("replicas")));
        var hosts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ProbeHost.StartAsync(settings)));
        foreach (var host in hosts)
            await host.DisposeAsync();
        var migrations = typeof(ProbeDbContext).Assembly.GetTypes().LongCount(type => type.GetCustomAttribute<MigrationAttribute>() is not null);
        Assert.Equal(migrations, await Servers.QueryAsync<long>(settings["ConnectionStrings:probe-db"]!, "select count(*) from \"__EFMigrationsHistory\""));
    }

    [Fact]
    public async Task PasswordThatChanged_IsSetAtTheNextStart()
    {
        var settings = servers.Settings(
            ("ConnectionStrings:probe-db", await TestServers.NameDatabaseAsync("password")), ("Database:ServicePassword", Guid.NewGuid().ToString()));
        void Rename(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder) => builder.AddServiceName("password");
        await (await ProbeHost.StartAsync(settings, configure: Rename)).DisposeAsync();
        settings["Database:ServicePassword"] = "another ' one";
        await using var host = await ProbeHost.StartAsync(settings, configure: Rename);

        await host.CommitAsync(ProbeEvents.Sent(Guid.CreateVersion7(), 1));
    }

    [Fact]
    public async Task LoginWithoutMigrations_WaitsAndThenSaysWhatIsMissing()
    {
        var database = new NpgsqlConnectionStringBuilder(await TestServers.NameDatabaseAsync("unmigrated"));
        await Servers.QueryAsync<object>(await TestServers.PostgresAsync(), $"create database \"{database.Database}\"");
        await using var host = ProbeHost.Build(servers.Settings(
            ("ConnectionStrings:probe-db", new NpgsqlConnectionStringBuilder(servers.ServiceLogin) { Database = database.Database }.ConnectionString),
            ("Database:Migrate", "false"), ("Database:StartPatience", "00:00:02")));
        Assert.Contains("Database:Migrate", (await Assert.ThrowsAnyAsync<Exception>(host.PrepareAsync)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoginOfTheServiceOnAMigratedDatabase_Starts()
    {
        await using var host = await ProbeHost.StartAsync(servers.Settings(
            ("ConnectionStrings:probe-db", servers.ServiceLogin), ("Database:Migrate", "false")));
        await host.CommitAsync(ProbeEvents.Sent(Guid.CreateVersion7(), 1));
    }

    [Fact]
    public async Task AdministratorAsLogin_IsRefusedAtBoot()
    {
        await using var host = ProbeHost.Build(servers.Settings(("Database:Migrate", "false")));
        Assert.Contains("superuser", (await Assert.ThrowsAsync<BootException>(host.PrepareAsync)).Message, StringComparison.Ordinal);
    }

    Task<T?> AsAdministrator<T>(string sql) => Servers.QueryAsync<T>(servers.Administrator, sql);
}
