namespace Tsunagu.Households.Parsing;

/// <summary>Why a row was set aside; stable codes of the API.</summary>
static class RejectReasons
{
    public const string ColumnCount = "COLUMN_COUNT";
    public const string BytesInvalid = "BYTES_INVALID";
    public const string QuoteUnterminated = "QUOTE_UNTERMINATED";
    public const string LineTooLong = "LINE_TOO_LONG";
    public const string KeyMissing = "KEY_MISSING";
    public const string KeyInvalid = "KEY_INVALID";
    public const string KeyUnknown = "KEY_UNKNOWN";
    public const string KeyRepeated = "KEY_REPEATED";
    public const string DateInvalid = "DATE_INVALID";
    public const string CodeUnknown = "CODE_UNKNOWN";
    public const string ValueMissing = "VALUE_MISSING";
    public const string ValueTooLong = "VALUE_TOO_LONG";
}
