using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <summary>What each legal basis carries: grants open nothing that the rules do not let them.</summary>
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

            migrationBuilder.AskSharingRules();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.PassSharingRules();
            migrationBuilder.DropTable(
                name: "directory_sharing_rules");
        }
    }
}
