namespace Tsunagu.Households.Searching;

/// <summary>How well something fits what was asked.</summary>
/// <param name="Points">0 to 1000.</param>
/// <param name="Errors">Typing errors that have to be assumed.</param>
readonly record struct Fit(int Points, int Errors = 0)
{
    /// <summary>Fits in every respect.</summary>
    public const int Whole = 1000;

    /// <summary>The same with fewer points.</summary>
    public Fit Less(int points) => this with { Points = Points - points };

    /// <summary>The better of two: fewer errors first, then more points. Null fits not at all.</summary>
    public static Fit? Better(Fit? one, Fit? other)
    {
        if (one is not { } a || other is not { } b)
            return one ?? other;
        return a.Errors != b.Errors ? (a.Errors < b.Errors ? a : b) : (a.Points >= b.Points ? a : b);
    }
}
