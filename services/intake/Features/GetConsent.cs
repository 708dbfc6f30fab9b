using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Intake.Data;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.Intake;

public sealed partial class ConsentRpc
{
    /// <inheritdoc />
    public override Task<Consent> GetConsent(GetConsentRequest request, ServerCallContext context)
    {
        var id = ConsentWire.ParseId(request.ConsentId);
        return work.ReadAsync(context, async (db, ct) => await ToWireAsync(db, await db.Consents.AsNoTracking().OneAsync(id, context.GetCaller(), ct), ct));
    }
}
