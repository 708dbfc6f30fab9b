using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <inheritdoc />
    public partial class ProtectionDecisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "told_by",
                table: "protections",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateTable(
                name: "protection_releases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    proposed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_releases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protection_watches",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    ending = table.Column<int>(type: "integer", nullable: false),
                    expired = table.Column<int>(type: "integer", nullable: false),
                    told = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_watches", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "registered_protections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    companion_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    category = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    start_date = table.Column<DateOnly>(type: "date", nullable: false),
                    end_date = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    staff = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    agency = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registered_protections", x => x.id);
                    table.ForeignKey(
                        name: "fk_registered_protections_residents_resident_id",
                        column: x => x.resident_id,
                        principalTable: "residents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reveals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    purpose = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    requested_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    agency = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    mark = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reveals", x => x.id);
                    table.ForeignKey(
                        name: "fk_reveals_residents_resident_id",
                        column: x => x.resident_id,
                        principalTable: "residents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "released_spans",
                columns: table => new
                {
                    release_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    feed_id = table.Column<string>(type: "text", nullable: false),
                    resident_number = table.Column<string>(type: "text", nullable: false),
                    start_date = table.Column<DateOnly>(type: "date", nullable: true),
                    end_date = table.Column<DateOnly>(type: "date", nullable: true),
                    told_by = table.Column<Guid>(type: "uuid", nullable: false),
                    approved = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_released_spans", x => new { x.release_id, x.place });
                    table.ForeignKey(
                        name: "fk_released_spans_protection_releases_release_id",
                        column: x => x.release_id,
                        principalTable: "protection_releases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_protection_releases_proposed_at_id",
                table: "protection_releases",
                columns: new[] { "proposed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_registered_protections_resident_id",
                table: "registered_protections",
                column: "resident_id");

            migrationBuilder.CreateIndex(
                name: "ix_released_spans_resident_number",
                table: "released_spans",
                column: "resident_number");

            migrationBuilder.CreateIndex(
                name: "ix_reveals_requested_at_id",
                table: "reveals",
                columns: new[] { "requested_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_reveals_requested_by_requested_at",
                table: "reveals",
                columns: new[] { "requested_by", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "ix_reveals_resident_id",
                table: "reveals",
                column: "resident_id");

            Raise(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            Lower(migrationBuilder);

            migrationBuilder.DropTable(
                name: "protection_watches");

            migrationBuilder.DropTable(
                name: "registered_protections");

            migrationBuilder.DropTable(
                name: "released_spans");

            migrationBuilder.DropTable(
                name: "reveals");

            migrationBuilder.DropTable(
                name: "protection_releases");

            migrationBuilder.DropColumn(
                name: "told_by",
                table: "protections");
        }
    }
}
