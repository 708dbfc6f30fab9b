using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <summary>Row-level security: an agency sees and changes what is its own, addressed to it or granted to it; programs by name.</summary>
    [DbContext(typeof(HouseholdDbContext))]
    [Migration("20261122065500_RowSecurity")]
    public class RowSecurity : Migration
    {
        const string Import = "job:feed-import";

        static readonly string[] Register = ["residents", "households", "involvements", "involvement_persons"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.GuardGrants();
            foreach (var table in new[] { "residents", "involvements", "involvement_persons" })
                migrationBuilder.Sql($"drop policy reader_has_reason on {table};");
            // The register belongs to no agency: a member of any reads it with a purpose, and the import alone writes it.
            foreach (var table in Register)
                migrationBuilder.Guard(table, $"{Wall.Agency} is not null and (select current_setting('tsunagu.purpose', true)) <> ''", "false", Import);
            foreach (var table in new[] { "imports", "import_rejects" })
                migrationBuilder.Guard(table, Wall.Anybody, "false", Import);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in new[] { "imports", "import_rejects" })
                migrationBuilder.Unguard(table);
            foreach (var table in Register)
                migrationBuilder.Unguard(table);
            foreach (var table in new[] { "residents", "involvements", "involvement_persons" })
            {
                migrationBuilder.Sql(
                    $"""
                    alter table {table} enable row level security;
                    create policy reader_has_reason on {table}
                      using ((select current_setting('tsunagu.purpose', true)) <> '' or (select current_setting('tsunagu.principal', true)) <> '');
                    """);
            }

            migrationBuilder.UnguardGrants();
        }
    }
}
