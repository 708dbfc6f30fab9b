using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Intake.Data;

static class TypedIds
{
    public static void UseTypedIds(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<ConsultationId>().HaveConversion<ConsultationIdConverter>();
        conventions.Properties<CaseId>().HaveConversion<CaseIdConverter>();
        conventions.Properties<ResidentId>().HaveConversion<ResidentIdConverter>();
        conventions.Properties<HouseholdId>().HaveConversion<HouseholdIdConverter>();
        conventions.Properties<AgencyId>().HaveConversion<AgencyIdConverter>().HaveMaxLength(100);
        conventions.Properties<StaffId>().HaveConversion<StaffIdConverter>().HaveMaxLength(100);
    }

    sealed class ConsultationIdConverter() : ValueConverter<ConsultationId, Guid>(id => id.Value, value => new(value));

    sealed class CaseIdConverter() : ValueConverter<CaseId, Guid>(id => id.Value, value => new(value));

    sealed class ResidentIdConverter() : ValueConverter<ResidentId, Guid>(id => id.Value, value => new(value));

    sealed class HouseholdIdConverter() : ValueConverter<HouseholdId, Guid>(id => id.Value, value => new(value));

    sealed class AgencyIdConverter() : ValueConverter<AgencyId, string>(id => id.Value, value => new(value));

    sealed class StaffIdConverter() : ValueConverter<StaffId, string>(id => id.Value, value => new(value));
}
