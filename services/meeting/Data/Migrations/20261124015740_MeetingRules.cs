using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Meetings.Data.Migrations
{
    /// <summary>Versions of the meeting rules, and leave to count the meetings that a change would concern.</summary>
    public partial class MeetingRules : Migration
    {
        const string Preview = "handler:preview-meeting-rules";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "meeting_rules_versions",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    based_on = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    proposed_by_staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by_staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_rules_versions", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "meeting_rules",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    consent_required = table.Column<bool>(type: "boolean", nullable: false),
                    personal_data = table.Column<bool>(type: "boolean", nullable: false),
                    convener_kinds = table.Column<string[]>(type: "text[]", nullable: false),
                    convener_agency_ids = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_rules", x => new { x.number, x.kind });
                    table.ForeignKey(
                        name: "fk_meeting_rules_meeting_rules_versions_number",
                        column: x => x.number,
                        principalTable: "meeting_rules_versions",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade);
                });

            // The rules belong to the city and to no agency.
            migrationBuilder.Guard("meeting_rules_versions", Wall.Anybody, Wall.Anybody);
            migrationBuilder.Guard("meeting_rules", Wall.Anybody, Wall.Anybody);
            migrationBuilder.Admit("meetings", Preview, writes: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Dismiss("meetings", Preview);
            migrationBuilder.DropTable(
                name: "meeting_rules");

            migrationBuilder.DropTable(
                name: "meeting_rules_versions");
        }
    }
}
