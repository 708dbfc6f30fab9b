using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <summary>Records that somebody opened themself in an emergency, to be reviewed; and how often anybody tried.</summary>
    public partial class BreakGlass : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "break_glass_attempts",
                columns: table => new
                {
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attempted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_break_glass_attempts", x => new { x.staff_id, x.request_id });
                });

            migrationBuilder.CreateTable(
                name: "broken_glass",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    resource_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    resource_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_agency_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    agency_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    purpose = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    review_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    escalated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    verdict = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    reviewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reviewed_by_staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    told = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_broken_glass", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_broken_glass_agency_id_review_due_on",
                table: "broken_glass",
                columns: new[] { "agency_id", "review_due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_broken_glass_opened_at_id",
                table: "broken_glass",
                columns: new[] { "opened_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_broken_glass_owner_agency_id_review_due_on",
                table: "broken_glass",
                columns: new[] { "owner_agency_id", "review_due_on" });

            migrationBuilder.GuardBrokenGlass();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.UnguardBrokenGlass();
            migrationBuilder.DropTable(
                name: "break_glass_attempts");

            migrationBuilder.DropTable(
                name: "broken_glass");
        }
    }
}
