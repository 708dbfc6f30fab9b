namespace Tsunagu.Households.Domain;

/// <summary>A file that was read to its end, before anything of it became data.</summary>
/// <param name="Sha256">Of the received bytes, lower-case hexadecimal.</param>
/// <param name="Bytes">Length as received.</param>
/// <param name="Rows">Data rows, sound or not.</param>
/// <param name="Rejected">Rows that cannot be kept, whatever the register says.</param>
/// <param name="DroppedColumns">Columns left out because the law forbids keeping them.</param>
/// <param name="Problem">A code of <see cref="ImportProblems"/> when the file is unfit as it is.</param>
sealed record ReceivedFile(string Sha256, long Bytes, int Rows, int Rejected, IReadOnlyList<string> DroppedColumns, string? Problem)
{
    /// <summary>False when the copy may hold what must not be stored, or makes no sense.</summary>
    public bool MayBeKept { get; init; } = true;
}
