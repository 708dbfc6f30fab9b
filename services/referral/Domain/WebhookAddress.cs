namespace Tsunagu.Referrals.Domain;

/// <summary>
/// What an address must look like before it is stored. Where it leads is checked when the delivery connects: a name may
/// resolve to another machine by then.
/// </summary>
public static class WebhookAddress
{
    /// <summary>Longest address accepted, in characters.</summary>
    public const int MaxLength = 2000;

    /// <summary>Parses an address.</summary>
    /// <param name="text">The address as given.</param>
    /// <param name="httpsOnly">True everywhere but in development.</param>
    /// <exception cref="ServiceDefaults.Primitives.Refusal">It is not acceptable.</exception>
    public static Uri Parse(string text, bool httpsOnly)
    {
        if (text.Length > MaxLength || !Uri.TryCreate(text, UriKind.Absolute, out var uri))
            throw SubscriptionErrors.UrlInvalid();
        var web = uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp;
        if (!web || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0 || uri.Host.Length == 0)
            throw SubscriptionErrors.UrlInvalid();
        if (httpsOnly && uri.Scheme != Uri.UriSchemeHttps)
            throw SubscriptionErrors.HttpsRequired();
        return uri;
    }
}
