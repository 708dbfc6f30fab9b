using System.Globalization;
using Tsunagu.Contracts.Audit.V1;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Gateway.Audit;

/// <summary>How far a search over all services has come in each of them; the page token of the search.</summary>
/// <param name="Tokens">Page token for each service, in a fixed order: empty at the beginning, null at the end.</param>
sealed record AuditCursors(IReadOnlyList<string?> Tokens)
{
    // A token is URL-safe text, so this is none.
    const string End = "!";

    /// <summary>True when every service has given all it has.</summary>
    public bool Done => Tokens.All(token => token is null);

    /// <summary>Reads a page token.</summary>
    /// <exception cref="ServiceDefaults.Primitives.Refusal">PAGE_TOKEN_INVALID.</exception>
    public static AuditCursors Of(string pageToken, int services) =>
        new([.. (PageTokens.Decode(pageToken, services) ?? Enumerable.Repeat("", services)).Select(token => token == End ? null : token)]);

    /// <summary>The page token, empty at the end.</summary>
    public override string ToString() => Done ? "" : PageTokens.Encode([.. Tokens.Select(token => token ?? End)]);

    /// <summary>The newest acts of all pages, and how far that takes each service.</summary>
    /// <param name="pages">Page of each service from its cursor on, newest first; null where the cursor stood at the end.</param>
    /// <param name="size">Acts wanted.</param>
    public (List<AuditEntry> Entries, AuditCursors Next) Merge(IReadOnlyList<SearchAuditResponse?> pages, int size)
    {
        var newest = pages
            .SelectMany((page, service) => (page?.Entries ?? []).Select(entry => (Service: service, Entry: entry)))
            .OrderByDescending(act => act.Entry.At.ToDateTime()).ThenBy(act => act.Service).ThenByDescending(act => act.Entry.Sequence)
            .Take(size)
            .ToList();
        var taken = newest.ToLookup(act => act.Service, act => act.Entry);
        return ([.. newest.Select(act => act.Entry)], new([.. Tokens.Select((token, service) => Advance(token, pages[service], [.. taken[service]]))]));
    }

    static string? Advance(string? token, SearchAuditResponse? page, List<AuditEntry> taken)
    {
        if (page is null || (taken.Count == page.Entries.Count && page.NextPageToken.Length == 0))
            return null;
        return taken.Count == 0 ? token : PageTokens.Encode(taken[^1].Sequence.ToString(CultureInfo.InvariantCulture));
    }
}
