using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <summary>
    /// What the model does not hold of lists: staging, and who may see them. Measures are the import's alone; whom they protect is for whoever reads the register;
    /// where towns lie is no secret.
    /// </summary>
    [DbContext(typeof(HouseholdDbContext))]
    [Migration("20261122203000_ListWalls")]
    public class ListWalls : Migration
    {
        const string Import = "job:feed-import";
        const string Decision = "handler:link-decision";
        const string Statistics = "handler:household-statistics";

        static readonly string[] Counted =
        [
            "residents", "resident_versions", "involvements", "involvement_persons", "involvement_versions", "involvement_version_persons",
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Staging);
            foreach (var table in new[] { "measures", "measure_versions" })
                migrationBuilder.Guard(table, "false", "false", Import);
            foreach (var table in new[] { "areas", "area_versions" })
                migrationBuilder.Guard(table, Wall.Anybody, "false", Import);
            migrationBuilder.Guard("protections", $"{Wall.Agency} is not null and (select current_setting('tsunagu.purpose', true)) <> ''", "false", Import);
            migrationBuilder.Admit("protections", Decision, writes: false);
            migrationBuilder.Admit("protections", Statistics, writes: false);
            foreach (var table in Counted)
                migrationBuilder.Admit(table, Statistics, writes: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Counted)
                migrationBuilder.Dismiss(table, Statistics);
            migrationBuilder.Dismiss("protections", Statistics);
            migrationBuilder.Dismiss("protections", Decision);
            foreach (var table in new[] { "measures", "measure_versions", "areas", "area_versions", "protections" })
                migrationBuilder.Unguard(table);
            migrationBuilder.Sql("drop table staged_measures; drop table staged_areas;");
        }

        // Unlogged: what a crash loses is the staging of an import that failed with it.
        const string Staging =
            """
            create unlogged table staged_measures (
              import_id uuid not null, line int not null, reject_column text, reject_reason text,
              id uuid, record_key text, number text, companions text[], opponents text[], category text, start_date date, end_date date, hash uuid, occurrence int);
            create index ix_staged_measures_import on staged_measures (import_id, line);
            create unlogged table staged_areas (
              import_id uuid not null, line int not null, reject_column text, reject_reason text,
              id uuid, record_key text, town_code text, town text, school_district text, care_area text, district text, hash uuid, occurrence int);
            create index ix_staged_areas_import on staged_areas (import_id, line);
            """;
    }
}
