using System.Globalization;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Granting.Breaking;

/// <summary>Place in the list of reviews: what a page token of it holds.</summary>
/// <param name="Reviewed">True behind all that wait.</param>
/// <param name="DueOn">Last day for the review.</param>
/// <param name="Id">Id of the row.</param>
readonly record struct ReviewKey(bool Reviewed, DateOnly DueOn, Guid Id)
{
    const string Done = "1";
    const string Waiting = "0";

    public static ReviewKey Of(BrokenGlass row) => new(row.ReviewedAt is not null, row.ReviewDueOn, row.Id);

    /// <summary>A token for the page that starts after this row.</summary>
    public string ToToken() =>
        PageTokens.Encode(Reviewed ? Done : Waiting, DueOn.DayNumber.ToString(CultureInfo.InvariantCulture), Id.ToString("D"));

    /// <summary>The row after which a page starts, or null for the first page (empty token).</summary>
    /// <exception cref="Primitives.Refusal">PAGE_TOKEN_INVALID.</exception>
    public static ReviewKey? Parse(string pageToken) => PageTokens.Decode(pageToken, 3) switch
    {
        null => null,
        [(Done or Waiting) and var reviewed, var day, var id] => new(reviewed == Done, DayOf(PageKeys.Number(day)), PageKeys.Uuid(id)),
        _ => throw DataErrors.PageToken(),
    };

    static DateOnly DayOf(int number) =>
        number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(number) : throw DataErrors.PageToken();
}
