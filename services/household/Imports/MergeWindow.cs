namespace Tsunagu.Households.Imports;

/// <summary>The data dates for which a file speaks: from its own to that of the next file that is known.</summary>
/// <param name="From">Data date of the file.</param>
/// <param name="Until">Data date of the next file; null for a file that tells what is current.</param>
/// <param name="Next">Import of that file.</param>
readonly record struct MergeWindow(DateOnly From, DateOnly? Until, Guid? Next)
{
    /// <summary>True when a newer file has told what is current already: this one adds to history alone.</summary>
    public bool Late => Until is not null;
}
