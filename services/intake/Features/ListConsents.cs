using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Intake.Data;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Intake;

public sealed partial class ConsentRpc
{
    /// <inheritdoc />
    public override Task<ListConsentsResponse> ListConsents(ListConsentsRequest request, ServerCallContext context)
    {
        var about = IntakeWire.ParseConsultationId(request.ConsultationId);
        var size = FieldParser.PageSize(request.PageSize, 20, 100);
        var before = TimeKey.Parse(request.PageToken);
        var caller = context.GetCaller();
        return work.ReadAsync(context, async (db, ct) =>
        {
            var opened = (await db.Consultations.AsNoTracking().OneAsync(about, caller, ct)).Case;
            var consents = db.Consents.AsNoTracking().Where(c => c.Consultation == about && c.Agency == caller.Agency);
            if (before is { } key)
            {
                var last = new ConsentId(key.Id);
                consents = consents.Where(c => EF.Functions.LessThan(ValueTuple.Create(c.RecordedAt, c.Id), ValueTuple.Create(key.At, last)));
            }

            var (page, next) = await consents.OrderByDescending(c => c.RecordedAt).ThenByDescending(c => c.Id)
                .PageAsync(size, c => new TimeKey(c.RecordedAt, c.Id.Value), ct);
            var now = Now();
            return new ListConsentsResponse { Consents = { page.Select(c => ConsentWire.ToWire(c, opened, now)) }, NextPageToken = next };
        });
    }
}
