using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <inheritdoc />
    public partial class MeasuresAndAreas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "areas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    feed_id = table.Column<string>(type: "text", nullable: false),
                    record_key = table.Column<string>(type: "text", nullable: false),
                    occurrence = table.Column<int>(type: "integer", nullable: false),
                    first_import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    withdrawn_import_id = table.Column<Guid>(type: "uuid", nullable: true),
                    line = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    known_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    town_code = table.Column<string>(type: "text", nullable: false),
                    town = table.Column<string>(type: "text", nullable: false),
                    school_district = table.Column<string>(type: "text", nullable: false),
                    care_area = table.Column<string>(type: "text", nullable: false),
                    district = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_areas", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "measures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    feed_id = table.Column<string>(type: "text", nullable: false),
                    record_key = table.Column<string>(type: "text", nullable: false),
                    occurrence = table.Column<int>(type: "integer", nullable: false),
                    first_import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    withdrawn_import_id = table.Column<Guid>(type: "uuid", nullable: true),
                    line = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    known_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    companions = table.Column<string[]>(type: "text[]", nullable: false),
                    opponents = table.Column<string[]>(type: "text[]", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    start_date = table.Column<DateOnly>(type: "date", nullable: true),
                    end_date = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protections",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    feed_id = table.Column<string>(type: "text", nullable: false),
                    resident_number = table.Column<string>(type: "text", nullable: false),
                    start_date = table.Column<DateOnly>(type: "date", nullable: true),
                    end_date = table.Column<DateOnly>(type: "date", nullable: true),
                    listed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protections", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "area_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: false),
                    known_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    known_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    town_code = table.Column<string>(type: "text", nullable: false),
                    town = table.Column<string>(type: "text", nullable: false),
                    school_district = table.Column<string>(type: "text", nullable: false),
                    care_area = table.Column<string>(type: "text", nullable: false),
                    district = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_area_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_area_versions_areas_area_id",
                        column: x => x.area_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "measure_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    measure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: false),
                    known_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    known_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    companions = table.Column<string[]>(type: "text[]", nullable: false),
                    opponents = table.Column<string[]>(type: "text[]", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    start_date = table.Column<DateOnly>(type: "date", nullable: true),
                    end_date = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measure_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_measure_versions_measures_measure_id",
                        column: x => x.measure_id,
                        principalTable: "measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_area_versions_area_id",
                table: "area_versions",
                column: "area_id");

            migrationBuilder.CreateIndex(
                name: "ix_areas_feed_id_record_key_occurrence",
                table: "areas",
                columns: new[] { "feed_id", "record_key", "occurrence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_measure_versions_measure_id",
                table: "measure_versions",
                column: "measure_id");

            migrationBuilder.CreateIndex(
                name: "ix_measures_feed_id_record_key_occurrence",
                table: "measures",
                columns: new[] { "feed_id", "record_key", "occurrence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_protections_feed_id",
                table: "protections",
                column: "feed_id");

            migrationBuilder.CreateIndex(
                name: "ix_protections_resident_number",
                table: "protections",
                column: "resident_number");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "area_versions");

            migrationBuilder.DropTable(
                name: "measure_versions");

            migrationBuilder.DropTable(
                name: "protections");

            migrationBuilder.DropTable(
                name: "areas");

            migrationBuilder.DropTable(
                name: "measures");
        }
    }
}
