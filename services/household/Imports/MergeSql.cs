namespace Tsunagu.Households.Imports;

/// <summary>What the merges of all kinds of files have in common.</summary>
static class MergeSql
{
    /// <summary>
    /// Settings of a merge, until its transaction ends. Merges run one at a time, so one may have room to compare whole files in memory. What the planner has to know
    /// of them is how large they are, which a small sample tells. To compile a statement takes longer than most of them run.
    /// </summary>
    public const string Settings = "set local work_mem = '64MB'; set local default_statistics_target = 10; set local jit = off";

    /// <summary>
    /// A statement that adds to a table what is not in it. Of a table that was empty a planner takes a scan for each row for cheap, and then scans all that the
    /// statement itself has added: hours for a first file. Of this import's rows in a table of many it knows nothing either, and takes them for one: minutes for a day's
    /// register. Compared as wholes the two take seconds, however many there are.
    /// </summary>
    public static string WithoutLoops(string statement) => $"set local enable_nestloop = off; {statement}; set local enable_nestloop to default";

    /// <summary>Keeps the list of rows set aside.</summary>
    public static string KeepRejects(string staged) =>
        $"""
        insert into import_rejects (import_id, line, column_name, reason)
        select distinct on (line) import_id, line, reject_column, reject_reason
        from {staged} where import_id = @import and reject_reason is not null
        """;
}
