using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tsunagu.Intake.Data.Migrations
{
    /// <inheritdoc />
    public partial class AuditNodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_nodes",
                columns: table => new
                {
                    height = table.Column<short>(type: "smallint", nullable: false),
                    index = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_nodes", x => new { x.height, x.index });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_nodes");
        }
    }
}
