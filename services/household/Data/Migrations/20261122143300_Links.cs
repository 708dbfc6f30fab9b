using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <inheritdoc />
    public partial class Links : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "involvement_descriptions",
                columns: table => new
                {
                    involvement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kana = table.Column<string>(type: "text", nullable: false),
                    birth_date = table.Column<string>(type: "text", nullable: false),
                    sex = table.Column<int>(type: "integer", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_involvement_descriptions", x => x.involvement_id);
                    table.ForeignKey(
                        name: "fk_involvement_descriptions_involvements_involvement_id",
                        column: x => x.involvement_id,
                        principalTable: "involvements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "possible_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    involvement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: false),
                    features = table.Column<string>(type: "json", nullable: false),
                    obstacle = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    proposal = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    judgement = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    decided_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    decided_for = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_possible_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_possible_links_involvements_involvement_id",
                        column: x => x.involvement_id,
                        principalTable: "involvements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_possible_links_residents_resident_id",
                        column: x => x.resident_id,
                        principalTable: "residents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_possible_links_involvement_id_resident_id",
                table: "possible_links",
                columns: new[] { "involvement_id", "resident_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_possible_links_resident_id",
                table: "possible_links",
                column: "resident_id");

            migrationBuilder.CreateIndex(
                name: "ix_possible_links_score_id",
                table: "possible_links",
                columns: new[] { "score", "id" },
                descending: new[] { true, false });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "involvement_descriptions");

            migrationBuilder.DropTable(
                name: "possible_links");
        }
    }
}
