using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tsunagu.Meetings.Domain;

namespace Tsunagu.Meetings.Data;

/// <summary>Ids as plain columns, enums by name.</summary>
static class TypedColumns
{
    public static void UseTypedColumns(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<MeetingId>().HaveConversion<MeetingIdConverter>();
        conventions.Properties<DecisionId>().HaveConversion<DecisionIdConverter>();
        conventions.Properties<CaseId>().HaveConversion<CaseIdConverter>();
        conventions.Properties<MeetingKind>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<MeetingState>().HaveConversion<string>().HaveMaxLength(40);
    }

    sealed class MeetingIdConverter() : ValueConverter<MeetingId, Guid>(id => id.Value, value => new(value));

    sealed class DecisionIdConverter() : ValueConverter<DecisionId, Guid>(id => id.Value, value => new(value));

    sealed class CaseIdConverter() : ValueConverter<CaseId, Guid>(id => id.Value, value => new(value));
}
