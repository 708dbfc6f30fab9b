using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <summary>Life events are read like the register and written by one program, which reads what they are found in; the table of procedures is nobody's.</summary>
    [DbContext(typeof(HouseholdDbContext))]
    [Migration("20261122230000_LifeEventWalls")]
    public class LifeEventWalls : Migration
    {
        const string LifeEvents = "job:life-events";
        const string TableStart = "job:procedure-table";

        static readonly string[] Read =
            ["residents", "resident_versions", "involvements", "involvement_persons", "involvement_versions", "involvement_version_persons"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Guard("life_events", $"{Wall.Agency} is not null and (select current_setting('tsunagu.purpose', true)) <> ''", "false", LifeEvents);
            // The contract says who may change it.
            migrationBuilder.Guard("procedure_tables", Wall.Anybody, $"{Wall.Agency} is not null", TableStart);
            foreach (var table in Read)
                migrationBuilder.Admit(table, LifeEvents, writes: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Read)
                migrationBuilder.Dismiss(table, LifeEvents);
            migrationBuilder.Unguard("procedure_tables");
            migrationBuilder.Unguard("life_events");
        }
    }
}
