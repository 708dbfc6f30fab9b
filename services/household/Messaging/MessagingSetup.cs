using Tsunagu.Households.Data;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Households.Messaging;

/// <summary>This service consumes nothing, and nobody must be sure yet to hear of what it publishes.</summary>
static class MessagingSetup
{
    public static void Configure(MessagingBuilder<HouseholdDbContext> messaging) => ArgumentNullException.ThrowIfNull(messaging);
}
