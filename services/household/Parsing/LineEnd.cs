namespace Tsunagu.Households.Parsing;

/// <summary>A line end in a piece of text.</summary>
/// <param name="Length">2 for CRLF, 1 for LF or CR, 0 for none or for a CR whose successor has not arrived.</param>
/// <param name="Cut">True for such a CR.</param>
readonly record struct LineEnd(int Length, bool Cut)
{
    public static LineEnd At(ReadOnlySpan<char> text, int at, bool complete) => text[at] switch
    {
        '\n' => new LineEnd(1, false),
        '\r' when at + 1 < text.Length => new LineEnd(text[at + 1] == '\n' ? 2 : 1, false),
        '\r' => complete ? new LineEnd(1, false) : new LineEnd(0, true),
        _ => default,
    };
}
