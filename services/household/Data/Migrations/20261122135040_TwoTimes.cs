using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <summary>What was true when, and what was known when.</summary>
    public partial class TwoTimes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_involvements_feed_id_record_key_occurrence",
                table: "involvements");

            migrationBuilder.AddColumn<int>(
                name: "line",
                table: "residents",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "valid_from",
                table: "residents",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "valid_from",
                table: "involvements",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "data_date",
                table: "imports",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.CreateTable(
                name: "involvement_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    involvement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: false),
                    known_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    ended_status = table.Column<string>(type: "text", nullable: true),
                    detail = table.Column<string>(type: "text", nullable: false),
                    start_date = table.Column<DateOnly>(type: "date", nullable: true),
                    end_date = table.Column<DateOnly>(type: "date", nullable: true),
                    line = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    known_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_involvement_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_involvement_versions_involvements_involvement_id",
                        column: x => x.involvement_id,
                        principalTable: "involvements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "resident_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: false),
                    known_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kana = table.Column<string>(type: "text", nullable: false),
                    former_family_name = table.Column<string>(type: "text", nullable: false),
                    alias = table.Column<string>(type: "text", nullable: false),
                    alias_kana = table.Column<string>(type: "text", nullable: false),
                    roman_name = table.Column<string>(type: "text", nullable: false),
                    sex = table.Column<int>(type: "integer", nullable: false),
                    birth_date = table.Column<string>(type: "text", nullable: false),
                    relationship_codes = table.Column<string[]>(type: "text[]", nullable: false),
                    relationship = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    postal_code = table.Column<string>(type: "text", nullable: false),
                    town_code = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    nationality = table.Column<string>(type: "text", nullable: false),
                    changed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    line = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    known_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resident_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_resident_versions_households_household_id",
                        column: x => x.household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_resident_versions_residents_resident_id",
                        column: x => x.resident_id,
                        principalTable: "residents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "involvement_version_persons",
                columns: table => new
                {
                    version_id = table.Column<long>(type: "bigint", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    resident_number = table.Column<string>(type: "text", nullable: false),
                    resident_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_involvement_version_persons", x => new { x.version_id, x.role, x.resident_number });
                    table.ForeignKey(
                        name: "fk_involvement_version_persons_involvement_versions_version_id",
                        column: x => x.version_id,
                        principalTable: "involvement_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_involvement_version_persons_residents_resident_id",
                        column: x => x.resident_id,
                        principalTable: "residents",
                        principalColumn: "id");
                });

            KeepData(migrationBuilder);

            migrationBuilder.CreateIndex(
                name: "ix_involvements_feed_id_record_key_occurrence",
                table: "involvements",
                columns: new[] { "feed_id", "record_key", "occurrence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_imports_feed_id_data_date_finished_at",
                table: "imports",
                columns: new[] { "feed_id", "data_date", "finished_at" });

            migrationBuilder.CreateIndex(
                name: "ix_involvement_version_persons_resident_id",
                table: "involvement_version_persons",
                column: "resident_id");

            migrationBuilder.CreateIndex(
                name: "ix_involvement_version_persons_resident_number",
                table: "involvement_version_persons",
                column: "resident_number",
                filter: "resident_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_involvement_versions_involvement_id",
                table: "involvement_versions",
                column: "involvement_id");

            migrationBuilder.CreateIndex(
                name: "ix_resident_versions_household_id",
                table: "resident_versions",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_resident_versions_resident_id",
                table: "resident_versions",
                column: "resident_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(AnalyzeAsBefore);

            migrationBuilder.DropTable(
                name: "involvement_version_persons");

            migrationBuilder.DropTable(
                name: "resident_versions");

            migrationBuilder.DropTable(
                name: "involvement_versions");

            migrationBuilder.DropIndex(
                name: "ix_involvements_feed_id_record_key_occurrence",
                table: "involvements");

            migrationBuilder.DropIndex(
                name: "ix_imports_feed_id_data_date_finished_at",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "line",
                table: "residents");

            migrationBuilder.DropColumn(
                name: "valid_from",
                table: "residents");

            migrationBuilder.DropColumn(
                name: "valid_from",
                table: "involvements");

            migrationBuilder.DropColumn(
                name: "data_date",
                table: "imports");

            migrationBuilder.CreateIndex(
                name: "ix_involvements_feed_id_record_key_occurrence",
                table: "involvements",
                columns: new[] { "feed_id", "record_key", "occurrence" },
                unique: true,
                filter: "withdrawn_import_id is null");
        }
    }
}
