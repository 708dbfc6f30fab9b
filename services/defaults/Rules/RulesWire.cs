using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.ServiceDefaults.Rules;

/// <summary>Between the contracts of tables of rules and their versions.</summary>
public static class RulesWire
{
    const int ReasonMax = 1000;

    /// <summary>Number of a version; 0, which none has, for a text that is none.</summary>
    public static int ParseVersion(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Why, 1 to 1,000 characters.</summary>
    /// <exception cref="Refusal">FIELD_INVALID.</exception>
    public static string ParseReason(string value) => FieldParser.Text(value, "reason", ReasonMax, required: true);

    /// <summary>First day of a version.</summary>
    /// <exception cref="Refusal">FIELD_INVALID.</exception>
    public static DateOnly ParseStart(string value) => FieldParser.Date(value, "starts_on") ?? throw WireErrors.Field("starts_on", "必須項目です。");

    /// <summary>Says of a version what every table of rules says alike. Contracts give those fields the same names, beside their own rules and states.</summary>
    /// <param name="message">The version in the contract, with its rules and its state.</param>
    /// <param name="version">The version.</param>
    /// <returns>The message.</returns>
    public static T Describe<T>(T message, RulesVersion version)
        where T : IMessage
    {
        Set("version", Text(version.Number));
        Set("starts_on", version.StartsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Set("based_on", Text(version.BasedOn));
        Set("reason", version.Reason);
        Set("proposed_by_staff_id", version.ProposedBy?.Value ?? "");
        Set("proposed_at", version.ProposedAt.ToTimestamp());
        Set("decided_by_staff_id", version.DecidedBy?.Value ?? "");
        if (version.DecidedAt is { } decided)
            Set("decided_at", decided.ToTimestamp());
        Set("decision_reason", version.DecisionReason ?? "");
        return message;

        void Set(string field, object value) => message.Descriptor.FindFieldByName(field).Accessor.SetValue(message, value);
    }

    // None has 0, and none was based on it.
    static string Text(int number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);
}
