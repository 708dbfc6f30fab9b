namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value known only while the application runs.</summary>
public interface IValueProvider
{
    /// <summary>The value.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);
}

/// <summary>A value made from other values.</summary>
public interface IValueWithReferences
{
    /// <summary>What it is made from.</summary>
    IEnumerable<object> References { get; }
}

/// <summary>Names a value in a manifest.</summary>
public interface IManifestExpressionProvider
{
    /// <summary>The expression, such as <c>{postgres.bindings.tcp.port}</c>.</summary>
    string ValueExpression { get; }
}
