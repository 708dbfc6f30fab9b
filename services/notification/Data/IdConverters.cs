using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Data;

/// <summary>Typed ids as plain columns.</summary>
static class IdConverters
{
    public static void UseTypedIds(this ModelConfigurationBuilder builder)
    {
        builder.Properties<AgencyId>().HaveConversion<Agencies>().HaveMaxLength(100);
        builder.Properties<StaffId>().HaveConversion<Staff>().HaveMaxLength(200);
    }

    sealed class Agencies() : ValueConverter<AgencyId, string>(id => id.Value, value => new AgencyId(value));

    sealed class Staff() : ValueConverter<StaffId, string>(id => id.Value, value => new StaffId(value));
}
