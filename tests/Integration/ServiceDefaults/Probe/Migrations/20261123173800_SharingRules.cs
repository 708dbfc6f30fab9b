using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe.Migrations
{
    /// <summary>What each legal basis carries.</summary>
    [DbContext(typeof(ProbeDbContext))]
    [Migration("20261123173800_SharingRules")]
    public class SharingRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "directory_sharing_rules",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recipients = table.Column<List<string>>(type: "text[]", nullable: false),
                    meetings = table.Column<bool>(type: "boolean", nullable: false),
                    approver_required = table.Column<bool>(type: "boolean", nullable: false),
                    longest_hours = table.Column<int>(type: "integer", nullable: true),
                    givers = table.Column<List<string>>(type: "text[]", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory_sharing_rules", x => new { x.number, x.basis });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("directory_sharing_rules");
    }
}
