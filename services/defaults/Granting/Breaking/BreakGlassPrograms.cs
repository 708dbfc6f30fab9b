namespace Tsunagu.ServiceDefaults.Granting.Breaking;

/// <summary>Names by which row-level security lets through what a caller may bring about but may not do row by row.</summary>
static class BreakGlassPrograms
{
    /// <summary>Opens a record of another agency, and keeps its review.</summary>
    public const string Handler = "handler:break-glass";

    /// <summary>Shows auditors what was opened, of all agencies.</summary>
    public const string Acts = "handler:break-glass-acts";
}
