using Tsunagu.Households.Data;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Households.Messaging;

/// <summary>This service publishes and consumes nothing.</summary>
static class MessagingSetup
{
    public static void Configure(MessagingBuilder<HouseholdDbContext> messaging) => ArgumentNullException.ThrowIfNull(messaging);
}
