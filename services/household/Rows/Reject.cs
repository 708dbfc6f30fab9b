namespace Tsunagu.Households.Rows;

/// <summary>A row that was set aside: physical line, column (empty for the row as a whole) and a stable reason code.</summary>
readonly record struct Reject(int Line, string Column, string Reason);
