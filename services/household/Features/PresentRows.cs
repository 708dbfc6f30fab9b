using Tsunagu.Households.Data;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Households;

/// <summary>What is current and known now of a register household, asked for by its id, so that all of it can be asked at once.</summary>
static class PresentRows
{
    /// <summary>Everybody whom the register has there.</summary>
    public static Question<ResidentFact> Residents(HouseholdDbContext db, Guid household)
    {
        var residents = db.Rows<Resident>();
        return new(
            $"""
            select i.file_name, {residents.Columns("r")}
            from residents r join imports i on i.id = r.import_id
            where r.household_id = $1 and r.withdrawn_import_id is null
            """,
            row => Fact(residents.Read(row, 1), row.GetString(0)),
            household);
    }

    /// <summary>What departments told about them.</summary>
    public static Question<InvolvementFact> Involvement(HouseholdDbContext db, Guid household)
    {
        var records = db.Rows<InvolvementRecord>();
        return new(
            $"""
            select p.resident_id, p.role, i.file_name, {records.Columns("v")}
            from residents r
            join involvement_persons p on p.resident_id = r.id
            join involvements v on v.id = p.involvement_id
            join imports i on i.id = v.import_id
            where r.household_id = $1 and r.withdrawn_import_id is null and v.withdrawn_import_id is null and not v.held
            """,
            row => Fact(records.Read(row, 3), row.GetGuid(0), row.GetString(1), row.GetString(2)),
            household);
    }

    static ResidentFact Fact(Resident resident, string file) => new(resident.Id, resident.Number, resident, file);

    static InvolvementFact Fact(InvolvementRecord record, Guid resident, string role, string file) => new(resident, role, record.FeedId, record, file);
}
