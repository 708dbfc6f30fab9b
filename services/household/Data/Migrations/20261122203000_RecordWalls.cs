using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <summary>Who may see and write what staff record: support households as the register, files and messages as their visibility says.</summary>
    [DbContext(typeof(HouseholdDbContext))]
    [Migration("20261122203000_RecordWalls")]
    public class RecordWalls : Migration
    {
        const string Record = "handler:support-record";
        const string Files = "handler:resident-files";

        static readonly string Reader = $"{Wall.Agency} is not null and (select current_setting('tsunagu.purpose', true)) <> ''";
        static readonly string Own = $"agency_id = {Wall.Agency}";
        static readonly string Shown = $"{Reader} and (visibility = 'Shared' or {Own})";
        static readonly string[] Support = ["support_households", "support_facts", "support_fact_versions"];
        static readonly string[] Tables = [.. Support, "resident_files", "resident_messages", "resident_file_chunks"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Anybody who reads the register may record; their history is kept by the one program that writes it.
            foreach (var table in Support)
                migrationBuilder.Guard(table, Reader, "false", Record);
            migrationBuilder.Guard("resident_files", Shown, Own, Files);
            migrationBuilder.Guard("resident_messages", Shown, Own);
            migrationBuilder.Guard("resident_file_chunks", "false", "false", Files);
            // Pictures do not shrink any further.
            migrationBuilder.Sql("alter table resident_file_chunks alter column data set storage external;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Tables)
                migrationBuilder.Unguard(table);
        }
    }
}
