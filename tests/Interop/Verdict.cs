namespace Tsunagu.Tests.Interop;

enum Outcome
{
    Passed,
    Failed,

    /// <summary>The foreign library cannot do what the case asks.</summary>
    NotApplicable,
}

/// <summary>How one case went for one speaker.</summary>
/// <param name="Case">Name of the case.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Detail">Why it failed, or why the library cannot do it; empty when it passed.</param>
sealed record Verdict(string Case, Outcome Outcome, string Detail = "");
