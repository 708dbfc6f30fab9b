namespace Tsunagu.Households.Domain;

/// <summary>Why a file did not become data; stable codes of the API.</summary>
static class ImportProblems
{
    /// <summary>Far fewer rows than the file before: read as a cut file, never as mass cancellation.</summary>
    public const string Truncated = "TRUNCATED";

    /// <summary>The header or the number of columns is not the layout's.</summary>
    public const string Layout = "LAYOUT";

    /// <summary>No data row.</summary>
    public const string Empty = "EMPTY";

    /// <summary>Bytes that the layout's encoding does not define, in the header or in most rows.</summary>
    public const string Encoding = "ENCODING";

    /// <summary>More of the earlier records would end, vanish or change than the feed's threshold allows.</summary>
    public const string MassChange = "MASS_CHANGE";

    /// <summary>A column that the layout keeps turned out to hold 個人番号 or 住民票コード.</summary>
    public const string ForbiddenNumber = "FORBIDDEN_NUMBER";

    /// <summary>The process ended before the import did.</summary>
    public const string Interrupted = "IMPORT_INTERRUPTED";

    /// <summary>The sender broke off.</summary>
    public const string Cancelled = "UPLOAD_CANCELLED";

    /// <summary>Given up by somebody of the staff.</summary>
    public const string GivenUp = "CANCELLED";

    /// <summary>The database has no room left; nothing of the file went in.</summary>
    public const string StorageFull = "STORAGE_FULL";

    /// <summary>A fault on this side; the log has it under the trace.</summary>
    public const string Internal = "IMPORT_FAILED";
}
