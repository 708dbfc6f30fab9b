using Microsoft.Extensions.DependencyInjection;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Scheduling;

namespace Tsunagu.ServiceDefaults;

/// <summary>Gives a service work that is done at a time.</summary>
public static class SchedulingExtensions
{
    /// <summary>Adds the job of a kind of schedule; <see cref="ServiceDbContext.Schedule"/> makes them. It needs messaging.</summary>
    public static IServiceCollection AddSchedule<TContext, TJob>(this IServiceCollection services)
        where TContext : ServiceDbContext
        where TJob : ScheduledJob<TContext> =>
        services.AddSingleton<ScheduledJob<TContext>, TJob>();
}
