using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <inheritdoc />
    public partial class LifeEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "life_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_household_id = table.Column<Guid>(type: "uuid", nullable: true),
                    occurred_on = table.Column<DateOnly>(type: "date", nullable: false),
                    noticed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    feed_id = table.Column<string>(type: "text", nullable: false),
                    age = table.Column<int>(type: "integer", nullable: true),
                    role = table.Column<string>(type: "text", nullable: false),
                    known_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_sequence = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_life_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_life_events_residents_resident_id",
                        column: x => x.resident_id,
                        principalTable: "residents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "procedure_tables",
                columns: table => new
                {
                    version = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "jsonb", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    staff_id = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedure_tables", x => x.version);
                });

            migrationBuilder.CreateIndex(
                name: "ix_resident_versions_valid_to",
                table: "resident_versions",
                column: "valid_to",
                filter: "known_to = 'infinity'");

            migrationBuilder.CreateIndex(
                name: "ix_involvement_versions_valid_to",
                table: "involvement_versions",
                column: "valid_to",
                filter: "known_to = 'infinity'");

            migrationBuilder.CreateIndex(
                name: "ix_life_events_feed_id_noticed_on",
                table: "life_events",
                columns: new[] { "feed_id", "noticed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_life_events_from_household_id",
                table: "life_events",
                column: "from_household_id");

            migrationBuilder.CreateIndex(
                name: "ix_life_events_household_id",
                table: "life_events",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_life_events_noticed_on_id",
                table: "life_events",
                columns: new[] { "noticed_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_life_events_resident_id_sequence",
                table: "life_events",
                columns: new[] { "resident_id", "sequence" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "life_events");

            migrationBuilder.DropTable(
                name: "procedure_tables");

            migrationBuilder.DropIndex(
                name: "ix_resident_versions_valid_to",
                table: "resident_versions");

            migrationBuilder.DropIndex(
                name: "ix_involvement_versions_valid_to",
                table: "involvement_versions");
        }
    }
}
