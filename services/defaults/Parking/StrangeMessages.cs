using MassTransit;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Parking;

/// <summary>Takes the place of the broker's queue of skipped messages: parks what no consumer of the endpoint takes.</summary>
sealed class StrangeMessages<TContext>(ParkingLot<TContext> lot) : IFilter<ReceiveContext>
    where TContext : ServiceDbContext
{
    /// <summary>Cause of a message whose type the endpoint does not know.</summary>
    public const string Cause = "UNKNOWN_TYPE";

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) =>
        lot.ParkAsync(RawMessage.Of(context), Cause, 1, context.CancellationToken);

    public void Probe(ProbeContext context) => context.CreateFilterScope("parking");
}
