using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Data;

static class TypedIds
{
    public static void UseTypedIds(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<MeetingId>().HaveConversion<MeetingIdConverter>();
        conventions.Properties<DecisionId>().HaveConversion<DecisionIdConverter>();
        conventions.Properties<CaseId>().HaveConversion<CaseIdConverter>();
        conventions.Properties<AgencyId>().HaveConversion<AgencyIdConverter>().HaveMaxLength(100);
        conventions.Properties<StaffId>().HaveConversion<StaffIdConverter>().HaveMaxLength(100);
    }

    sealed class MeetingIdConverter() : ValueConverter<MeetingId, Guid>(id => id.Value, value => new(value));

    sealed class DecisionIdConverter() : ValueConverter<DecisionId, Guid>(id => id.Value, value => new(value));

    sealed class CaseIdConverter() : ValueConverter<CaseId, Guid>(id => id.Value, value => new(value));

    sealed class AgencyIdConverter() : ValueConverter<AgencyId, string>(id => id.Value, value => new(value));

    sealed class StaffIdConverter() : ValueConverter<StaffId, string>(id => id.Value, value => new(value));
}
