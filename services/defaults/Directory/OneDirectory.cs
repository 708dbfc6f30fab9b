using Microsoft.EntityFrameworkCore.Migrations;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>What a migration says of <c>directory_state</c>: a service follows one directory, also when the first events of two arrive at once.</summary>
public static class OneDirectory
{
    /// <summary>
    /// Lets the table hold one row at most. Where it holds two, nobody knows which is ours: it is emptied, and the next publication of the
    /// whole directory, which every start of its owner makes, fills it.
    /// </summary>
    /// <param name="migration">The migration.</param>
    public static void FollowOneDirectory(this MigrationBuilder migration) => migration.Sql(
        """
        delete from directory_state where (select count(*) from directory_state) > 1;
        create unique index ix_directory_state_one on directory_state ((true));
        """);

    /// <summary>Lets the table hold more rows again.</summary>
    /// <param name="migration">The migration.</param>
    public static void FollowAnyDirectory(this MigrationBuilder migration) => migration.Sql("drop index ix_directory_state_one;");
}
