using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe.Migrations
{
    /// <summary>Hashes of complete subtrees of the audit, for proofs.</summary>
    [DbContext(typeof(ProbeDbContext))]
    [Migration("20261124020000_AuditNodes")]
    public class AuditNodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                "audit_nodes",
                table => new
                {
                    height = table.Column<short>("smallint", nullable: false),
                    index = table.Column<long>("bigint", nullable: false),
                    hash = table.Column<byte[]>("bytea", nullable: false),
                },
                constraints: table => table.PrimaryKey("pk_audit_nodes", node => new { node.height, node.index }));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable("audit_nodes");
        }
    }
}
