namespace Tsunagu.Households.Domain;

/// <summary>Decides what becomes of a file that was read to its end.</summary>
static class ImportVerdict
{
    /// <summary>A code of <see cref="ImportProblems"/>, or null when the file may be applied.</summary>
    /// <param name="file">The file.</param>
    /// <param name="rowsBefore">Rows of the file applied before; null for the first one.</param>
    /// <param name="truncatedBelow">Share of those rows, 0 to 1, below which the file is taken for cut.</param>
    public static string? Problem(ReceivedFile file, int? rowsBefore, double truncatedBelow)
    {
        if (file.Problem is { } problem)
            return problem;
        if (file.Rows == 0)
            return ImportProblems.Empty;
        return file.Rows < rowsBefore * truncatedBelow ? ImportProblems.Truncated : null;
    }
}
