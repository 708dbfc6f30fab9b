using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Events;
using Tsunagu.ServiceDefaults.Auditing;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Granting.Breaking;
using Tsunagu.ServiceDefaults.Parking;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Scheduling;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>
/// Base of every service's context: snake_case names, UTC <c>timestamptz</c>, and the tables of outbox, inbox,
/// parked messages, schedules, idempotency, audit, grants, broken glass and directory, which belong to the service's own migrations.
/// </summary>
/// <param name="options">Options of the concrete context; it has no other dependency, because contexts are pooled.</param>
public abstract class ServiceDbContext(DbContextOptions options) : DbContext(options)
{
    const string RowsAnnotation = "Tsunagu:Rows";

    /// <summary>Puts an event into the outbox of this unit of work: it is published if, and only if, the work commits.</summary>
    public void AddEvent(IIntegrationEvent e) => Set<OutboxMessage>().Add(OutboxMessage.Of(e));

    /// <summary>How entities of this model are read from statements that are written by hand.</summary>
    /// <exception cref="InvalidOperationException">The model has no such entity.</exception>
    public EntityRows<T> Rows<T>()
        where T : class
    {
        var type = Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is no entity of {GetType().Name}.");
        return type.GetOrAddRuntimeAnnotationValue(RowsAnnotation, static entity => new EntityRows<T>(entity!), type);
    }

    /// <summary>
    /// The rest of this transaction runs as a named program: for what a caller may bring about but may not do row by row, once it was decided
    /// that the caller may. Row-level security names the program for each table.
    /// </summary>
    /// <param name="principal">Name of the program, such as <c>handler:case-transfer</c>.</param>
    /// <param name="ct">Cancels.</param>
    public Task ActAsAsync(string principal, CancellationToken ct) => Sql.SetSessionAsync(this, SessionContext.OfProgram(principal), ct);

    /// <summary>
    /// Has something done at a time, by the <see cref="ScheduledJob{TContext}"/> of that kind, if this unit of work commits. Several schedules
    /// may have the same key.
    /// </summary>
    /// <param name="kind">Kind of the job.</param>
    /// <param name="key">What it is about: at most 200 characters, no personal data.</param>
    /// <param name="dueAt">When (UTC).</param>
    public void Schedule(string kind, string key, DateTimeOffset dueAt) =>
        Set<Schedule>().Add(new() { Id = Guid.CreateVersion7(), Kind = kind, Key = key, DueAt = dueAt });

    /// <summary>
    /// Puts another answer in the place of the one that a write gave about a record, for words that are removed for good: a repeat of the write would give
    /// them again otherwise.
    /// </summary>
    /// <param name="writer">Who wrote.</param>
    /// <param name="method">The operation by which.</param>
    /// <param name="answer">What a repeat is answered from now on; the first field of the contract's message is the record's id.</param>
    /// <param name="ct">Cancels.</param>
    public Task ReplaceAnswerAsync(StaffId writer, MethodDescriptor method, IMessage answer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(answer);
        var record = answer.Descriptor.Parser.ParseFrom(ByteString.Empty);
        var id = answer.Descriptor.Fields[1].Accessor;
        id.SetValue(record, id.GetValue(answer));
        return Idempotency.ReplaceAsync(
            this, writer.Value, $"/{method.Service.FullName}/{method.Name}", record.ToByteArray(), answer.ToByteArray(), ct);
    }

    /// <summary>Saves, and wakes on commit whoever publishes the events that were added and does what is due soon.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var publishes = ChangeTracker.Entries<OutboxMessage>().Any(entry => entry.State == EntityState.Added);
        var soon = DateTimeOffset.UtcNow + ScheduleModel.Poll;
        var schedules = ChangeTracker.Entries<Schedule>().Any(entry => entry.State == EntityState.Added && entry.Entity.DueAt < soon);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (publishes)
            await Database.ExecuteSqlRawAsync($"NOTIFY {OutboxModel.Channel}", cancellationToken);
        if (schedules)
            await Database.ExecuteSqlRawAsync($"NOTIFY {ScheduleModel.Channel}", cancellationToken);
        return rows;
    }

    /// <summary>Meetings that an agency attends, for grants that name one; none unless a service keeps attendance.</summary>
    /// <param name="agency">Agency of the caller.</param>
    /// <param name="ct">Cancels.</param>
    protected internal virtual Task<IReadOnlySet<Guid>> MeetingsOfAsync(AgencyId agency, CancellationToken ct) =>
        Task.FromResult<IReadOnlySet<Guid>>(new HashSet<Guid>());

    /// <summary>Entities of the service.</summary>
    protected abstract void ConfigureModel(ModelBuilder modelBuilder);

    /// <inheritdoc />
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        OutboxModel.Configure(modelBuilder);
        ParkingModel.Configure(modelBuilder);
        ScheduleModel.Configure(modelBuilder);
        AuditModel.Configure(modelBuilder);
        GrantModel.Configure(modelBuilder);
        BrokenGlassModel.Configure(modelBuilder);
        DirectoryTables.Configure(modelBuilder);
        ConfigureModel(modelBuilder);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<AgencyId>().HaveConversion<AgencyIdConverter>().HaveMaxLength(100);
        configurationBuilder.Properties<StaffId>().HaveConversion<StaffIdConverter>().HaveMaxLength(200);
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());
    }
}
