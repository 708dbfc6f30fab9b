namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value given from outside, such as a password.</summary>
public class ParameterResource : Resource, IManifestExpressionProvider, IValueProvider
{
    readonly Lazy<string> _value;

    /// <summary>Describes a parameter.</summary>
    /// <param name="name">The unique name.</param>
    /// <param name="callback">Reads the value once; it is given the default, if there is one.</param>
    /// <param name="secret">Whether the value must not be shown.</param>
    public ParameterResource(string name, Func<ParameterDefault?, string> callback, bool secret = false) : base(name)
    {
        ArgumentNullException.ThrowIfNull(callback);
        _value = new Lazy<string>(() => callback(Default));
        Secret = secret;
    }

    /// <summary>The value to use when none is configured.</summary>
    public ParameterDefault? Default { get; set; }

    /// <summary>Whether the value must not be shown.</summary>
    public bool Secret { get; }

    /// <inheritdoc/>
    public string ValueExpression => $"{{{Name}.value}}";

    /// <summary>The value.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="DistributedApplicationException">No value is configured and there is no default.</exception>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) => new(_value.Value);

    internal string Read() => _value.Value;
}
