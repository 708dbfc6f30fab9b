using System.Globalization;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>A state of a log in the text form of C2SP <c>tlog-checkpoint</c>.</summary>
/// <param name="Origin">Which log.</param>
/// <param name="Size">Acts that the root covers.</param>
/// <param name="Root">Root over them.</param>
sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    /// <summary>What is signed: three lines, each ended.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    /// <summary>Reads the text of a note; what follows the three lines, such as signatures, is left to whoever verifies them.</summary>
    /// <returns>Null when it is no checkpoint.</returns>
    public static Checkpoint? Parse(string note)
    {
        var lines = note.Split('\n');
        var root = new byte[MerkleHash.Size];
        return lines.Length > 3 && lines[0].Length > 0
            && long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && Convert.TryFromBase64String(lines[2], root, out var length) && length == root.Length
            ? new(lines[0], size, root)
            : null;
    }
}
