namespace Aspire.Dashboard.Web;

/// <summary>A console line as the page appends it.</summary>
sealed record LiveLine(string Clock, string Text, bool IsError);
