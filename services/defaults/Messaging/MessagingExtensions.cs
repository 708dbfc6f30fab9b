using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tsunagu.Contracts.Events;
using Tsunagu.Contracts.Events.Operations;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Granting.Breaking;
using Tsunagu.ServiceDefaults.Hosting;
using Tsunagu.ServiceDefaults.Operations;
using Tsunagu.ServiceDefaults.Parking;
using Tsunagu.ServiceDefaults.Scheduling;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>Connects a service to the broker.</summary>
public static class MessagingExtensions
{
    // Where every service's alarms are taken in.
    const string Operations = "notification-operations";

    /// <summary>
    /// Adds the outbox dispatcher, the schedules, the endpoints that <paramref name="configure"/> declares and the one of the directory. The broker is
    /// the connection string <c>messaging</c>; the service starts and answers without it, and catches up when it is back.
    /// </summary>
    public static IHostApplicationBuilder AddMessaging<TContext>(
        this IHostApplicationBuilder builder, Action<MessagingBuilder<TContext>> configure)
        where TContext : ServiceDbContext
    {
        var messaging = new MessagingBuilder<TContext>();
        configure(messaging);
        messaging.ConsumeDirectory(ServiceNameOf(builder.Services));
        messaging.EnsureSubscriber<MessageParked>(Operations);
        messaging.EnsureBreakGlassSubscribers();

        builder.Services.AddSingleton<DirectoryIntake>();
        builder.Services.AddSingleton(messaging);
        builder.Services.AddSingleton<ParkingLot<TContext>>();
        builder.Services.AddSingleton(services => new Inbox<TContext>(
            services.GetRequiredService<UnitOfWork<TContext>>(),
            services.GetRequiredService<ParkingLot<TContext>>(),
            services.GetRequiredService<ILogger<Inbox<TContext>>>()));
        builder.Services.AddSchedule<TContext, ParkedReplay<TContext>>();
        builder.Services.AddBreakGlassReviews<TContext>();
        builder.Services.AddSingleton(new CommonRpc(app => app.MapGrpcService<OperationsRpc<TContext>>()));
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.AddSingleton<ScheduleSignal>();
        builder.Services.AddSingleton(services => CommitChannel.Of(OutboxModel.Channel, services.GetRequiredService<OutboxSignal>()));
        builder.Services.AddSingleton(services => CommitChannel.Of(ScheduleModel.Channel, services.GetRequiredService<ScheduleSignal>()));
        builder.Services.AddSingleton<OutboxPublisher>();
        // A handler that waits for something away must not hold up the end of the process; its event comes again.
        builder.Services.Configure<MassTransitHostOptions>(host => host.StopTimeout = host.ConsumerStopTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            foreach (var consumer in messaging.Subscriptions.Select(subscription => subscription.Consumer).Distinct())
                bus.AddConsumer(consumer);
            bus.UsingRabbitMq((context, broker) => Configure(builder.Configuration, messaging, context, broker));
        });
        // After the bus: the host stops the last first, so that the server's calls end, then what publishes their events, then the bus.
        builder.Services.AddHostedService<OutboxDispatcher>();
        builder.Services.AddHostedService<ScheduleRunner<TContext>>();
        builder.Services.AddHostedService<ParkedWatch>();
        builder.Services.AddHostedService<Housekeeping>();
        return builder;
    }

    static ServiceName ServiceNameOf(IServiceCollection services) =>
        services.Select(service => service.ImplementationInstance).OfType<ServiceName>().FirstOrDefault()
        ?? throw new BootException("AddServiceDefaults comes before AddMessaging: queues are named after the service.");

    static void Configure<TContext>(
        IConfiguration configuration,
        MessagingBuilder<TContext> messaging,
        IBusRegistrationContext context,
        IRabbitMqBusFactoryConfigurator broker)
        where TContext : ServiceDbContext
    {
        var address = configuration.GetConnectionString("messaging")
            ?? throw new BootException("ConnectionStrings:messaging is not set: give the broker as amqp://user:password@host:port.");
        broker.Host(new Uri(address));
        broker.DeployPublishTopology = true;
        broker.MessageTopology.SetEntityNameFormatter(new EventNames());
        broker.Publish<IIntegrationEvent>(topology => topology.Exclude = true);
        foreach (var route in messaging.Routes)
            route.Declare(broker, OrderedQueue.Declare);
        foreach (var endpoint in messaging.Subscriptions.GroupBy(subscription => subscription.Endpoint))
            broker.ReceiveEndpoint(endpoint.Key, queue =>
            {
                OrderedQueue.Configure(queue);
                var lot = context.GetRequiredService<ParkingLot<TContext>>();
                queue.ConfigureError(failed => failed.UseFilter(new FailedMessages<TContext>(lot)));
                queue.ConfigureDeadLetter(strange => strange.UseFilter(new StrangeMessages<TContext>(lot)));
                foreach (var subscription in endpoint)
                    queue.ConfigureConsumer(context, subscription.Consumer);
            });
    }
}
