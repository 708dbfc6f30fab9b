namespace Tsunagu.Households.Parsing;

/// <summary>One record of a file.</summary>
/// <param name="Line">1-based physical line on which it starts; CRLF, LF and CR each end a line, also inside quotes.</param>
/// <param name="Fields">Its cells, unquoted.</param>
/// <param name="Problem">A code of <see cref="RejectReasons"/> when the text is no record.</param>
/// <param name="ProblemColumn">0-based cell at fault, or -1 for the whole line.</param>
/// <param name="Text">The text it was cut from, line end included; of a line that is no record its first part. Overwritten when the next piece of the file is read.</param>
readonly record struct SourceRecord(
    int Line, string[] Fields, string? Problem = null, int ProblemColumn = -1, ReadOnlyMemory<char> Text = default)
{
    /// <summary>The same record with a text of its own.</summary>
    public SourceRecord Detached() => this with { Text = Text.ToArray() };
}
