using System.Text.RegularExpressions;
using Aspire.Dashboard.Store;

namespace Aspire.Dashboard.Resources;

/// <summary>The last lines of one resource.</summary>
sealed partial class ConsoleLog(int capacity)
{
    const int LineLength = 8_192;
    const long Bytes = 8L << 20;

    readonly Lock _gate = new();
    readonly BoundedQueue<NumberedLine> _lines = new(capacity, Bytes, l => 96 + 2L * l.Line.Text.Length);
    long _last;

    public ChangeSignal Changes { get; } = new();

    public void Append(ConsoleLine line)
    {
        var text = TerminalCode.Replace(line.Text, "");
        if (text.Length > LineLength)
            text = string.Concat(text.AsSpan(0, LineLength), "…");
        lock (_gate)
            _lines.Add(new NumberedLine(++_last, line with { Text = text }));
        Changes.Raise();
    }

    /// <summary>Lines with a number above <paramref name="after"/>, oldest first, at most the last <paramref name="count"/>.</summary>
    public IReadOnlyList<NumberedLine> After(long after, int count)
    {
        lock (_gate)
            return [.. _lines.Where(l => l.Number > after).TakeLast(count)];
    }

    [GeneratedRegex(@"\x1B\[[0-?]*[ -/]*[@-~]|\x1B\][^\x07\x1B]*(\x07|\x1B\\)")]
    static partial Regex TerminalCode { get; }
}
