using MassTransit;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.ServiceDefaults.Parking;

/// <summary>Takes the place of the broker's error queue: parks what failed for good or could not be read.</summary>
sealed class FailedMessages<TContext>(ParkingLot<TContext> lot) : IFilter<ExceptionReceiveContext>
    where TContext : ServiceDbContext
{
    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        var (cause, attempts) = context.Exception is HandlingFailedException failed
            ? (failed.Cause, OrderedQueue.Attempts)
            : (context.Exception.GetType().Name, 1);
        return lot.ParkAsync(RawMessage.Of(context), cause, attempts, context.CancellationToken);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("parking");
}
