using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Tests.TestKit.Hosting;

/// <summary>
/// The people whom an issuer of the tests vouches for, written into the directory of every service that trusts it: what the directory's
/// owner and the broker do otherwise. The services follow a directory that publishes nothing, so that those of other tests on the
/// same broker do not concern them. Whoever tests the directory itself leaves this out.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as the process.")]
public sealed class TestDirectory
{
    static readonly Guid Quiet = new("019a0000-0000-7000-8000-0000000d12ec");
    static readonly ConcurrentDictionary<string, TestDirectory> ByIssuer = new(StringComparer.Ordinal);

    // Whoever holds a role in one test may hold another in the next; an agency is for good.
    readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _kinds = new(StringComparer.Ordinal);
    readonly List<IServiceProvider> _services = [];
    readonly SemaphoreSlim _single = new(1, 1);
    int _change;
    int _spread;

    /// <summary>The people of an issuer.</summary>
    /// <param name="authority">Its address.</param>
    public static TestDirectory Of(string authority) => ByIssuer.GetOrAdd(authority, _ => new());

    /// <summary>Makes a staff member known to every service, running or yet to be started, before it returns.</summary>
    public void Admit(string staff, string agency, params string[] roles)
    {
        lock (_people)
        {
            var known = _people.GetValueOrDefault(staff);
            if (known is null || !roles.All(known.Roles.Contains))
                _people[staff] = new(staff, known?.Agency ?? agency, [.. (known?.Roles ?? []).Union(roles)], ++_change);
            // Another call may have named them a moment ago, and still be telling the services.
            else if (known.Change <= _spread)
                return;
        }

        // Tokens are written in the middle of expressions; the work below waits for nothing of the caller's.
        Task.Run(SpreadAsync).GetAwaiter().GetResult();
    }

    /// <summary>
    /// Makes an agency one of a kind, such as <c>npo</c>, for every service, running or yet to be started; until then it is a department of the city. One outside
    /// the city administration has an agreement about everything.
    /// </summary>
    public async Task DescribeAsync(string agency, string kind)
    {
        lock (_people) _kinds[agency] = kind;
        await SpreadAsync();
    }

    /// <summary>Makes everybody known to a service that has just been started.</summary>
    /// <param name="services">What the service registered; without a database its memory alone is filled.</param>
    public async Task AttachAsync(IServiceProvider services)
    {
        lock (_people) _services.Add(services);
        _ = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(() =>
        {
            lock (_people) _services.Remove(services);
        });
        await SpreadAsync();
    }

    async Task SpreadAsync()
    {
        await _single.WaitAsync();
        try
        {
            IServiceProvider[] running;
            Person[] people;
            Dictionary<string, string> kinds;
            int change;
            lock (_people)
            {
                change = _change;
                running = [.. _services];
                people = [.. _people.Values];
                kinds = people.Select(person => person.Agency).Distinct().ToDictionary(
                    agency => agency, agency => _kinds.GetValueOrDefault(agency, KnownAgency.CityDepartment), StringComparer.Ordinal);
            }

            foreach (var services in running)
            {
                try
                {
                    await FillAsync(services, people, kinds);
                }
                catch (ObjectDisposedException)
                {
                    // Disposed without being told to stop.
                    lock (_people) _services.Remove(services);
                }
                catch (Exception) when (!IsRunning(services))
                {
                    // It was stopped meanwhile.
                }
            }

            lock (_people) _spread = change;
        }
        finally
        {
            _single.Release();
        }
    }

    bool IsRunning(IServiceProvider services)
    {
        lock (_people) return _services.Contains(services);
    }

    static async Task FillAsync(IServiceProvider services, Person[] people, Dictionary<string, string> kinds)
    {
        if (services.GetService<NpgsqlDataSource>() is not { } database)
        {
            services.GetRequiredService<StaffDirectory>().Replace(Snapshot(people, kinds));
            return;
        }

        await WriteAsync(database, people, kinds);
        await services.GetRequiredService<DirectoryReader>().ReadAsync(CancellationToken.None);
    }

    static DirectorySnapshot Snapshot(Person[] people, Dictionary<string, string> kinds) => new(
        people.ToDictionary(
            person => new StaffId(person.Staff),
            person => new KnownStaff(new(person.Agency), RoleNames.Parse(person.Roles), DateTimeOffset.MaxValue, Suspended: false)),
        kinds.ToDictionary(
            agency => new AgencyId(agency.Key),
            agency => new KnownAgency(new(agency.Key), agency.Value, [new(ServiceArea.All, DateOnly.MinValue, DateOnly.MaxValue, null)])),
        DateTimeOffset.UtcNow,
        Complete: true)
    {
        Sharing = SampleRules.Table,
    };

    static async Task WriteAsync(NpgsqlDataSource database, Person[] people, Dictionary<string, string> kinds)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        // The service may have found the events of another directory in its queue, an agency's perhaps without those of its agreements: from now on those are
        // not its own.
        await RunAsync(connection, "lock table directory_state in access exclusive mode");
        await RunAsync(connection, "delete from directory_state where directory_id <> $1", Quiet);
        await RunAsync(
            connection,
            """
            insert into directory_state (directory_id, sequence, unbroken_since, complete_from, confirmed_at)
            select $1, 1, 1, 1, now() where not exists (select from directory_state)
            """,
            Quiet);
        await RunAsync(
            connection,
            """
            insert into directory_agencies (agency_id, kind, sequence)
            select agency, kind, 0 from unnest($1::text[], $2::text[]) as known (agency, kind)
            on conflict (agency_id) do update set kind = excluded.kind
            """,
            kinds.Keys.ToArray(),
            kinds.Values.ToArray());
        await RunAsync(
            connection,
            """
            insert into directory_agreements (agreement_id, agency_id, scopes, starts_on, ends_on, sequence)
            select md5(agency)::uuid, agency, $2, '2021-04-01', '2999-03-31', 0 from unnest($1::text[]) as agency
            on conflict do nothing
            """,
            kinds.Where(agency => agency.Value != KnownAgency.CityDepartment).Select(agency => agency.Key).ToArray(),
            ServiceArea.All.ToArray());
        await RunAsync(
            connection,
            """
            insert into directory_staff (staff_id, agency_id, roles, valid_until, suspended, sequence)
            select staff, agency, string_to_array(roles, ' '), now() + interval '1 year', false, 0
            from unnest($1::text[], $2::text[], $3::text[]) as person (staff, agency, roles)
            on conflict (staff_id) do update set roles = excluded.roles
            """,
            people.Select(person => person.Staff).ToArray(),
            people.Select(person => person.Agency).ToArray(),
            people.Select(person => string.Join(' ', person.Roles)).ToArray());
        await RunAsync(
            connection,
            """
            insert into directory_sharing_rules (number, basis, starts_on, recipients, meetings, approver_required, longest_hours, givers, sequence)
            select 1, basis, starts_on, string_to_array(recipients, ' '), meetings, approver, hours, string_to_array(givers, ' '), 0
            from unnest($1::text[], $2::date[], $3::text[], $4::bool[], $5::bool[], $6::int[], $7::text[])
              as rule (basis, starts_on, recipients, meetings, approver, hours, givers)
            on conflict do nothing
            """,
            SampleRules.All.Select(rule => rule.Basis.ToString()).ToArray(),
            SampleRules.All.Select(rule => rule.From).ToArray(),
            SampleRules.All.Select(rule => string.Join(' ', rule.Recipients)).ToArray(),
            SampleRules.All.Select(rule => rule.Meetings).ToArray(),
            SampleRules.All.Select(rule => rule.Approver).ToArray(),
            SampleRules.All.Select(rule => (int?)rule.Longest?.TotalHours).ToArray(),
            SampleRules.All.Select(rule => string.Join(' ', rule.Givers.Select(RoleNames.Name))).ToArray());
        await transaction.CommitAsync();
    }

    static async Task RunAsync(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        _ = await command.ExecuteNonQueryAsync();
    }

    sealed record Person(string Staff, string Agency, string[] Roles, int Change);
}
