using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Referrals.Data.Migrations
{
    /// <summary>Versions of the sharing rules, and what this service is told of them: grants open nothing that the rules do not let them.</summary>
    public partial class SharingRules : Migration
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

            migrationBuilder.CreateTable(
                name: "sharing_rules_versions",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    based_on = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    proposed_by_staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by_staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision_reason = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sharing_rules_versions", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "sharing_rules",
                columns: table => new
                {
                    basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recipients = table.Column<string[]>(type: "text[]", nullable: false),
                    meetings = table.Column<bool>(type: "boolean", nullable: false),
                    approver_required = table.Column<bool>(type: "boolean", nullable: false),
                    longest_hours = table.Column<int>(type: "integer", nullable: true),
                    givers = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sharing_rules", x => new { x.number, x.basis });
                    table.ForeignKey(
                        name: "fk_sharing_rules_sharing_rules_versions_number",
                        column: x => x.number,
                        principalTable: "sharing_rules_versions",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade);
                });

            // The rules belong to the city and to no agency.
            migrationBuilder.Guard("sharing_rules_versions", Wall.Anybody, Wall.Anybody);
            migrationBuilder.Guard("sharing_rules", Wall.Anybody, Wall.Anybody);
            migrationBuilder.AskSharingRules();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.PassSharingRules();
            migrationBuilder.DropTable(
                name: "directory_sharing_rules");

            migrationBuilder.DropTable(
                name: "sharing_rules");

            migrationBuilder.DropTable(
                name: "sharing_rules_versions");
        }
    }
}
