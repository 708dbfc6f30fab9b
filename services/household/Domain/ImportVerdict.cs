namespace Tsunagu.Households.Domain;

/// <summary>Decides what becomes of a file that was read to its end.</summary>
static class ImportVerdict
{
    /// <summary>A code of <see cref="ImportProblems"/>, or null when the file may be applied.</summary>
    /// <param name="file">The file.</param>
    /// <param name="rowsBefore">Rows of the file applied before; null for the first one.</param>
    /// <param name="truncatedBelow">Share of those rows, 0 to 1, below which the file is taken for cut.</param>
    /// <param name="vouched">True: somebody released the file and vouches for how much there is in it.</param>
    public static string? Problem(ReceivedFile file, int? rowsBefore, double truncatedBelow, bool vouched)
    {
        if (file.Problem is { } problem)
            return problem;
        if (vouched)
            return null;
        if (file.Rows == 0)
            return ImportProblems.Empty;
        return file.Rows < rowsBefore * truncatedBelow ? ImportProblems.Truncated : null;
    }

    /// <summary>True for what is about how much a file changes, which somebody can vouch for; the rest is about whether it can be read.</summary>
    public static bool IsOfQuantity(string problem) =>
        problem is ImportProblems.Truncated or ImportProblems.Empty or ImportProblems.MassChange;
}
