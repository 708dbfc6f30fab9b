namespace Tsunagu.Households.Proposing;

/// <summary>What a finding is about; stable codes of the API.</summary>
static class FindingCodes
{
    /// <summary>The part of the file that was looked at.</summary>
    public const string Sample = "SAMPLE";
    public const string Encoding = "ENCODING";
    public const string BytesInvalid = "BYTES_INVALID";
    public const string Newline = "NEWLINE";
    public const string Delimiter = "DELIMITER";
    public const string Quoting = "QUOTING";
    public const string Header = "HEADER";
    public const string Trailer = "TRAILER";
    public const string Rows = "ROWS";
    public const string Kind = "KIND";
    public const string Key = "KEY";
    public const string KeyForm = "KEY_FORM";
    public const string SecondKey = "SECOND_KEY";
    public const string HouseholdNumber = "HOUSEHOLD_NUMBER";
    public const string Person = "PERSON";
    public const string Date = "DATE";
    public const string NoDateValue = "NO_DATE_VALUE";
    public const string Start = "START";
    public const string End = "END";
    public const string Status = "STATUS";
    public const string Codes = "CODES";
    public const string Detail = "DETAIL";
    public const string RecordKey = "RECORD_KEY";
    public const string Forbidden = "FORBIDDEN";
    public const string FeedId = "FEED_ID";
    public const string Scheme = "SCHEME";
    public const string Sensitivity = "SENSITIVITY";
    public const string Department = "DEPARTMENT";
}
