namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>A line of an inbox.</summary>
sealed record InboxLine(string Cursor, string Type, string SubjectType, string SubjectId);
