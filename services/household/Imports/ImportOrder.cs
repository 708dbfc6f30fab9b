using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Imports;

/// <summary>What a sender asks for.</summary>
/// <param name="Id">Id of the import; the request_id of the upload when one was given.</param>
/// <param name="FeedId">Feed of the file.</param>
/// <param name="FileName">Name at its source.</param>
/// <param name="DataDate">Day on which the file holds; null for the day on which it is received.</param>
/// <param name="TotalBytes">Length of the file, where the sender told it; else 0.</param>
/// <param name="Staff">Who sends.</param>
/// <param name="Agency">On whose behalf.</param>
/// <param name="RecordAsync">Puts the upload on record, in the transaction that notes the import.</param>
sealed record ImportOrder(
    Guid Id,
    string FeedId,
    string FileName,
    DateOnly? DataDate,
    long TotalBytes,
    StaffId Staff,
    AgencyId Agency,
    Func<HouseholdDbContext, FeedImport, CancellationToken, Task> RecordAsync);
