using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Protections;
using Tsunagu.Households.Records;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

/// <summary>Files and messages of residents; one file per operation under Features.</summary>
sealed partial class ResidentRecordRpc(
    UnitOfWork<HouseholdDbContext> work, FeedLibrary feeds, FileStore store, IOptions<RecordOptions> options, TimeProvider clock)
    : Wire.ResidentRecordService.ResidentRecordServiceBase
{
    const int LongestReason = 500;

    /// <summary>Whether a resident's whereabouts are hidden.</summary>
    async Task<bool> IsHiddenAsync(HouseholdDbContext db, Guid resident, CancellationToken ct)
    {
        var hidden = new HiddenResidents(db, await feeds.CurrentAsync(db, ct), JapanCalendar.DayOf(clock.GetUtcNow()));
        return (await hidden.AmongAsync([resident], ct)).Count > 0;
    }

    /// <summary>Whether the caller is shown what an agency recorded about a resident.</summary>
    static bool Shows(ServerCallContext context, bool hidden, AgencyId agency, RecordVisibility visibility) =>
        RecordDisclosure.Shows(hidden, context.GetCaller().Agency == agency, visibility == RecordVisibility.OwnAgency);

    static void RequireOwn(ServerCallContext context, AgencyId agency)
    {
        if (context.GetCaller().Agency != agency)
            throw FileErrors.NotOwn();
    }

    static async Task RequireResidentAsync(HouseholdDbContext db, Guid resident, CancellationToken ct)
    {
        if (!await db.Residents.AnyAsync(r => r.Id == resident, ct))
            throw HouseholdErrors.ResidentNotFound();
    }

    static RecordVisibility Visibility(Wire.RecordVisibility visibility) =>
        FieldParser.ChoiceOrNull<RecordVisibility>((int)visibility, "visibility") ?? RecordVisibility.Shared;

    /// <summary>A file that the caller is shown; others are answered as if there were none.</summary>
    async Task<ResidentFile> FindFileAsync(HouseholdDbContext db, ServerCallContext context, Guid resident, Guid id, CancellationToken ct) =>
        await db.ResidentFiles.SingleOrDefaultAsync(f => f.Id == id && f.ResidentId == resident && f.AddedAt != null, ct) is { } file
            && Shows(context, await IsHiddenAsync(db, resident, ct), file.AgencyId, file.Visibility)
            ? file
            : throw FileErrors.FileNotFound();
}
