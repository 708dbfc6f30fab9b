namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value known only while the application runs.</summary>
public interface IValueProvider
{
    /// <summary>The value.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);
}
