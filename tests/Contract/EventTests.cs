using Tsunagu.Contracts.Events;
using Xunit;

namespace Tsunagu.Tests.Contract;

public sealed class EventTests
{
    [Fact]
    public void Events_CarryIdsAndCodesAlone()
    {
        Assert.NotEmpty(EventRules.AllEvents);
        Assert.Empty(EventRules.AllEvents.SelectMany(EventRules.Violations));
    }

    [Fact]
    public void Rule_CatchesFreeTextDefaultsAndOpenTypes() =>
        Assert.Equal(
            [
                "Careless.Note is text that is neither an id nor a code",
                "Careless.Note is of a type that events may not carry",
                "Careless.Name is not required",
                "Careless.Name is text that is neither an id nor a code",
                "Careless is not sealed",
            ],
            EventRules.Violations(typeof(Careless)));

    [Fact]
    public void EventJson_MatchesTheBaseline() =>
        Baseline.Matches("events.txt", EventRules.AllEvents
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => type.GetProperties()
                .OrderBy(property => property.Name, StringComparer.Ordinal)
                .Select(property => $"{type.FullName}.{property.Name} : {Describe(property.PropertyType)}")));

    static string Describe(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(',', type.GetGenericArguments().Select(Describe))}>" : type.Name;

    sealed record CarelessChild : Careless;

    record Careless : IIntegrationEvent
    {
        public required object Note { get; init; }
        public string Name { get; init; } = "";
        public required Guid EventId { get; init; }
        public required DateTimeOffset OccurredAt { get; init; }
        public required Guid AggregateId { get; init; }
        public required long Sequence { get; init; }
    }
}
