using Google.Protobuf;

namespace Tsunagu.Tests.Integration.Writes;

/// <summary>The table: for every write, who makes it and what has to be there first.</summary>
public static partial class WriteRows
{
    public static IReadOnlyDictionary<string, Write> All { get; } = new Dictionary<string, Write>(
        [.. IntakeWrites, .. ReferralWrites, .. DirectoryWrites, .. SharingWrites, .. MeetingWrites, .. MeetingRulesWrites, .. NotificationWrites, .. HouseholdWrites,
         .. SupportWrites, .. ProtectionWrites, .. CommonWrites], StringComparer.Ordinal);

    /// <summary>1 as soon as the write is committed.</summary>
    public static string CommittedSql(string rpc, string requestId) => rpc == ImportFeed
        ? $"select count(*) from imports where id = '{requestId}' and finished_at is not null"
        : $"select count(*) from idempotent_requests where request_id = '{requestId}' and response is not null";

    static string NewId() => Guid.NewGuid().ToString();

    static T Changed<T>(T message, Action<T> change)
        where T : class, IDeepCloneable<T>
    {
        var other = message.Clone();
        change(other);
        return other;
    }
}
