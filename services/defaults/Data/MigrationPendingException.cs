namespace Tsunagu.ServiceDefaults.Data;

/// <summary>The database is older than the service and somebody else has to migrate it.</summary>
/// <param name="database">Name of the database.</param>
public sealed class MigrationPendingException(string database)
    : Exception($"Database {database} lacks migrations; run one instance with Database:Migrate=true or =only.");
