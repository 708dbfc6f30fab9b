using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Records;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

/// <summary>Files and messages of residents; one file per operation under Features.</summary>
sealed partial class ResidentRecordRpc(UnitOfWork<HouseholdDbContext> work, FileStore store, IOptions<RecordOptions> options, TimeProvider clock)
    : Wire.ResidentRecordService.ResidentRecordServiceBase
{
    const int LongestReason = 500;

    /// <summary>Whether the caller is shown what an agency recorded about a resident.</summary>
    static bool Shows(ServerCallContext context, Guid resident, AgencyId agency, RecordVisibility visibility) => RecordDisclosure.Shows(
        HiddenResidents.Among([resident]).Count > 0, context.GetCaller().Agency == agency, visibility == RecordVisibility.OwnAgency);

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
    static async Task<ResidentFile> FindFileAsync(HouseholdDbContext db, ServerCallContext context, Guid resident, Guid id, CancellationToken ct) =>
        await db.ResidentFiles.SingleOrDefaultAsync(f => f.Id == id && f.ResidentId == resident && f.AddedAt != null, ct) is { } file
            && Shows(context, resident, file.AgencyId, file.Visibility)
            ? file
            : throw FileErrors.FileNotFound();
}
