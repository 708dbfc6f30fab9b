using Google.Protobuf;
using Google.Protobuf.Reflection;
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
using Version = Tsunagu.ServiceDefaults.Data.Version;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

/// <summary>Files and messages of residents; one file per operation under Features.</summary>
sealed partial class ResidentRecordRpc(
    UnitOfWork<HouseholdDbContext> work, FeedLibrary feeds, FileStore store, IOptions<RecordOptions> options, TimeProvider clock)
    : Wire.ResidentRecordService.ResidentRecordServiceBase
{
    const int LongestReason = 500;

    static readonly RecordKind<ResidentFile, Wire.ResidentFile> Files = new(
        db => db.ResidentFiles.Where(f => f.AddedAt != null), RecordErrors.FileNotFound, ResidentRecordWire.ToWire, Writer(nameof(AddResidentFile)));

    static readonly RecordKind<ResidentMessage, Wire.ResidentMessage> Messages = new(
        db => db.ResidentMessages, RecordErrors.MessageNotFound, ResidentRecordWire.ToWire, Writer(nameof(WriteResidentMessage)));

    static MethodDescriptor Writer(string name) => Wire.ResidentRecordService.Descriptor.FindMethodByName(name);

    static async Task RequireResidentAsync(HouseholdDbContext db, Guid resident, CancellationToken ct)
    {
        if (!await db.Residents.AnyAsync(r => r.Id == resident, ct))
            throw HouseholdErrors.ResidentNotFound();
    }

    static RecordVisibility Visibility(Wire.RecordVisibility visibility) =>
        FieldParser.ChoiceOrNull<RecordVisibility>((int)visibility, "visibility") ?? RecordVisibility.Shared;

    /// <summary>The records of a resident that the caller is shown; a filter, so that neither a page nor its token tells of others.</summary>
    async Task<IQueryable<TRecord>> ShownAsync<TRecord, TWire>(
        HouseholdDbContext db, ServerCallContext context, RecordKind<TRecord, TWire> kind, Guid resident, CancellationToken ct)
        where TRecord : ResidentRecord
        where TWire : IMessage
    {
        var own = context.GetCaller().Agency;
        var residents = new HiddenResidents(db, await feeds.CurrentAsync(db, ct), JapanCalendar.DayOf(clock.GetUtcNow()));
        var hidden = (await residents.AmongAsync([resident], ct)).Count > 0;
        var shared = RecordDisclosure.Shows(hidden, ownAgency: false, keptToAgency: false);
        return kind.Rows(db).Where(r => r.ResidentId == resident && (r.AgencyId == own || (shared && r.Visibility == RecordVisibility.Shared)));
    }

    /// <summary>A record that the caller is shown; others are answered as if there were none.</summary>
    async Task<TRecord> FindAsync<TRecord, TWire>(
        HouseholdDbContext db, ServerCallContext context, RecordKind<TRecord, TWire> kind, Guid resident, Guid id, CancellationToken ct)
        where TRecord : ResidentRecord
        where TWire : IMessage =>
        await (await ShownAsync(db, context, kind, resident, ct)).SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw kind.NotFound();

    /// <summary>A page of what the caller is shown, newest first.</summary>
    async Task<(IEnumerable<TWire> Page, string NextPageToken)> PageAsync<TRecord, TWire>(
        HouseholdDbContext db, ServerCallContext context, RecordKind<TRecord, TWire> kind, Guid resident, TimeKey? before, int size, CancellationToken ct)
        where TRecord : ResidentRecord
        where TWire : IMessage
    {
        await RequireResidentAsync(db, resident, ct);
        var records = (await ShownAsync(db, context, kind, resident, ct)).AsNoTracking();
        if (before is { } last)
            records = records.Where(r => EF.Functions.LessThan(ValueTuple.Create(r.RecordedAt, r.Id), ValueTuple.Create(last.At, last.Id)));
        var (page, next) = await records.OrderByDescending(r => r.RecordedAt).ThenByDescending(r => r.Id).PageAsync(size, r => new(r.RecordedAt, r.Id), ct);
        return (page.Select(kind.ToWire), next);
    }

    /// <summary>Takes back a record of the caller's agency. Also a repeat of the request that made it is answered with what is left.</summary>
    async Task<TWire> WithdrawAsync<TRecord, TWire>(
        HouseholdDbContext db, ServerCallContext context, RecordKind<TRecord, TWire> kind, Guid resident, Guid id, string expectedVersion, string reason,
        CancellationToken ct)
        where TRecord : ResidentRecord
        where TWire : IMessage
    {
        var caller = context.GetCaller();
        var record = await FindAsync(db, context, kind, resident, id, ct);
        if (record.AgencyId != caller.Agency)
            throw RecordErrors.NotOwn();
        Version.Require(expectedVersion, record.Version);
        record.Withdraw(caller.Staff, reason, clock.GetUtcNow().Stored());
        _ = await db.SaveChangesAsync(ct);
        var left = kind.ToWire(record);
        await db.ReplaceAnswerAsync(record.StaffId, kind.WrittenBy, left, ct);
        return left;
    }
}
