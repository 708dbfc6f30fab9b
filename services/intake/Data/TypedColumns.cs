using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tsunagu.Intake.Domain;

namespace Tsunagu.Intake.Data;

/// <summary>Ids as plain columns, enums by name.</summary>
static class TypedColumns
{
    public static void UseTypedColumns(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<ConsultationId>().HaveConversion<ConsultationIdConverter>();
        conventions.Properties<CaseId>().HaveConversion<CaseIdConverter>();
        conventions.Properties<ResidentId>().HaveConversion<ResidentIdConverter>();
        conventions.Properties<HouseholdId>().HaveConversion<HouseholdIdConverter>();
        conventions.Properties<Channel>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<StatedSex>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<Issue>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<Urgency>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<ConsentId>().HaveConversion<ConsentIdConverter>();
        conventions.Properties<ConsentGiver>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<ConsentForm>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<CaseState>().HaveConversion<string>().HaveMaxLength(40);
    }

    sealed class ConsultationIdConverter() : ValueConverter<ConsultationId, Guid>(id => id.Value, value => new(value));

    sealed class CaseIdConverter() : ValueConverter<CaseId, Guid>(id => id.Value, value => new(value));

    sealed class ConsentIdConverter() : ValueConverter<ConsentId, Guid>(id => id.Value, value => new(value));

    sealed class ResidentIdConverter() : ValueConverter<ResidentId, Guid>(id => id.Value, value => new(value));

    sealed class HouseholdIdConverter() : ValueConverter<HouseholdId, Guid>(id => id.Value, value => new(value));
}
