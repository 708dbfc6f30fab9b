namespace Aspire.Dashboard.Resources;

/// <summary>A console line and its place in the order of receipt, from 1.</summary>
sealed record NumberedLine(long Number, ConsoleLine Line);
