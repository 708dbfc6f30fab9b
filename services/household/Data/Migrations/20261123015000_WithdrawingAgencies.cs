using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <summary>Facts keep the agency that withdrew them. Of those withdrawn before it is that of whoever wrote a wording of the fact as well, or unknown.</summary>
    public partial class WithdrawingAgencies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "withdrawn_agency",
                table: "support_facts",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);
            migrationBuilder.Sql(
                """
                update support_facts f set withdrawn_agency = (
                  select v.agency_id from support_fact_versions v
                  where v.fact_id = f.id and v.staff_id = f.withdrawn_by order by v.revision desc limit 1)
                where f.withdrawn_at is not null;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "withdrawn_agency",
                table: "support_facts");
        }
    }
}
