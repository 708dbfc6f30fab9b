using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <summary>Anybody known may read how a feed is defined, one program writes it; kept files are the import's alone.</summary>
    [DbContext(typeof(HouseholdDbContext))]
    [Migration("20261122160000_FeedWalls")]
    public class FeedWalls : Migration
    {
        const string Define = "handler:feed-definitions";
        const string Import = "job:feed-import";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Guard("feed_revisions", Wall.Anybody, "false", Define);
            foreach (var table in new[] { "kept_files", "kept_chunks" })
                migrationBuilder.Guard(table, "false", "false", Import);
            // What is compressed and sealed does not shrink any further.
            migrationBuilder.Sql("alter table kept_chunks alter column data set storage external;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in new[] { "feed_revisions", "kept_files", "kept_chunks" })
                migrationBuilder.Unguard(table);
        }
    }
}
