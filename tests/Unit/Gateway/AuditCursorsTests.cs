using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Audit.V1;
using Tsunagu.Gateway.Audit;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Unit.Gateway;

public sealed class AuditCursorsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void PagesOverAllServices_GiveEveryActOnceNewestFirst(int size)
    {
        var random = Seed.NewRandom();
        var logs = Enumerable.Range(0, 4).Select(service => Log(service, random.Next(12), random)).ToList();

        var found = new List<AuditEntry>();
        var token = "";
        do
        {
            var cursors = AuditCursors.Of(token, logs.Count);
            var pages = logs.Select((log, i) => cursors.Tokens[i] is { } at ? Page(log, at, size) : null).ToList();
            var (entries, next) = cursors.Merge(pages, size);
            Assert.True(entries.Count <= size);
            found.AddRange(entries);
            token = next.ToString();
        }
        while (token.Length > 0);

        Assert.Equal(logs.SelectMany(log => log).Count(), found.Distinct().Count());
        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.Equal(found.OrderByDescending(entry => entry.At.ToDateTime()).Select(entry => entry.At), found.Select(entry => entry.At));
    }

    [Fact]
    public void TokenOfAnotherList_IsRefused() =>
        Assert.Equal("PAGE_TOKEN_INVALID", Assert.Throws<Refusal>(() => AuditCursors.Of(PageTokens.Encode("a", "b"), 5)).Code);

    static List<AuditEntry> Log(int service, int count, Random random) =>
        [.. Enumerable.Range(1, count).Select(n => new AuditEntry
        {
            Service = $"s{service}",
            Sequence = n,
            At = Timestamp.FromDateTime(DateTime.UnixEpoch.AddSeconds((n * 100) + random.Next(90))),
        }).Reverse()];

    // As a service gives it: below the sequence in the token, newest first, a token when there is more.
    static SearchAuditResponse Page(List<AuditEntry> log, string token, int size)
    {
        var below = PageTokens.Decode(token, 1) is [var key] ? PageKeys.Position(key) : long.MaxValue;
        var rest = log.Where(entry => entry.Sequence < below).ToList();
        return new() { Entries = { rest.Take(size) }, NextPageToken = rest.Count > size ? PageTokens.Encode($"{rest[size - 1].Sequence}") : "" };
    }
}
