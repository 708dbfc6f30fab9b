using MassTransit;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>
/// Names of exchanges: <c>event-referrals-referral-sent</c> for <c>Tsunagu.Contracts.Events.Referrals.ReferralSent</c>.
/// They are part of the contract: changing one loses what is in flight.
/// </summary>
public sealed class EventNames : IEntityNameFormatter
{
    /// <inheritdoc />
    public string FormatEntityName<T>() => Of(typeof(T));

    /// <summary>Exchange of an event type.</summary>
    public static string Of(Type type)
    {
        var area = type.Namespace?.Split('.')[^1] ?? "none";
        var name = type.IsGenericType
            ? $"{type.Name.Split('`')[0]}_{string.Join('_', type.GenericTypeArguments.Select(argument => argument.Name))}"
            : type.Name;
        return "event-" + Kebab(area) + "-" + Kebab(name);
    }

    static string Kebab(string name) => SnakeCase.Of(name).Replace('_', '-');
}
