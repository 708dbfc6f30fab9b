namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Makes the service's database ready before the service answers; one per context type.</summary>
interface IDatabaseStart
{
    /// <summary>Roles, migrations and checks; waits for a server that is starting.</summary>
    Task PrepareAsync(CancellationToken ct);
}
